package fr.passerelle.sandbox.school;

/** A national programme that an offer may belong to. */
public record NationalProgram(long id, String name, boolean active) {}
