package fr.passerelle.counsellor.people;

import fr.passerelle.commandline.table.Headings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a counsellor may know of somebody, and the headings under which lists have it. */
public enum Fact {
    /** Required. */
    BORN(
            "date de naissance",
            "date de naissance du jeune",
            "date de naissance de l'usager",
            "date de naissance bénéficiaire",
            "date de naissance du bénéficiaire",
            "date naissance",
            "date naiss",
            "naissance",
            "ddn",
            "né le",
            "née le",
            "né(e) le",
            "birth date",
            "birthday",
            "date of birth",
            "dob",
            "born"),
    /** Of the home. */
    DEPARTMENT(
            "département",
            "code département",
            "numéro de département",
            "département de résidence",
            "département résidence",
            "département domicile",
            "département du domicile",
            "code département de résidence",
            "n° département",
            "num département",
            "dept",
            "dép",
            "dpt",
            "department",
            "department code"),
    /** Of the home. */
    POSTAL_CODE(
            "code postal",
            "cp",
            "code postal de résidence",
            "cp résidence",
            "code postal domicile",
            "code postal du domicile",
            "postal code",
            "postcode",
            "zip",
            "zip code"),
    /** The first day of legal and habitual residence. */
    RESIDENT_SINCE(
            "résident depuis",
            "réside en France depuis",
            "en France depuis",
            "date d'arrivée en France",
            "arrivée en France",
            "resident since",
            "residency since"),
    /** A group or a country. */
    NATIONALITY("nationalité", "nationality", "nationalité(s)", "code nationalité", "libellé nationalité"),
    /** With the pass Culture; a plain "date d'inscription" may be that of another register and is not read. */
    REGISTERED(
            "inscription pass Culture",
            "date inscription pass Culture",
            "date d'inscription pass Culture",
            "date d'inscription au pass Culture",
            "inscrit au pass Culture le",
            "première inscription pass Culture",
            "registered",
            "first registration",
            "pass Culture registration");

    /** The headings of lists of people. */
    public static final Headings<Fact> HEADINGS = Headings.of(names());

    private static final String BETWEEN = "\n";

    private final String headings;

    Fact(String... headings) {
        this.headings = String.join(BETWEEN, headings);
    }

    private static Map<Fact, List<String>> names() {
        Map<Fact, List<String>> names = new EnumMap<>(Fact.class);
        for (Fact fact : values()) {
            names.put(fact, List.of(fact.headings.split(BETWEEN, -1)));
        }
        return names;
    }
}
