package fr.passerelle.sandbox.school;

import java.util.List;

/** An artistic or cultural domain, with the national programmes that fit it. */
public record Domain(long id, String name, List<NationalProgram> programs) {}
