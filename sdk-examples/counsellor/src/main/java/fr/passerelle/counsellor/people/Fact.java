package fr.passerelle.counsellor.people;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a counsellor may know of somebody, and the headings under which lists have it. */
public enum Fact {
    /** Required. */
    BORN(
            "birthDate",
            "date de naissance",
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
            "territory.departmentCode",
            "département",
            "code département",
            "numéro de département",
            "département de résidence",
            "dept",
            "dép",
            "dpt",
            "department",
            "department code"),
    /** Of the home. */
    POSTAL_CODE("territory.postalCode", "code postal", "cp", "postal code", "postcode", "zip", "zip code"),
    /** The first day of legal and habitual residence. */
    RESIDENT_SINCE(
            "residentSince",
            "résident depuis",
            "réside en France depuis",
            "en France depuis",
            "date d'arrivée en France",
            "arrivée en France",
            "resident since",
            "residency since"),
    /** A group or a country. */
    NATIONALITY("nationality", "nationalité", "nationality"),
    /** With the pass Culture; a plain "date d'inscription" may be that of another register and is not read. */
    REGISTERED(
            "firstRegistration",
            "inscription pass Culture",
            "date inscription pass Culture",
            "date d'inscription pass Culture",
            "date d'inscription au pass Culture",
            "inscrit au pass Culture le",
            "première inscription pass Culture",
            "registered",
            "first registration",
            "pass Culture registration");

    private static final String BETWEEN = ",";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

    private static final Map<String, Fact> BY_HEADING = byHeading();

    private final String path;
    private final String headings;

    Fact(String path, String... headings) {
        this.path = path;
        this.headings = String.join(BETWEEN, headings);
    }

    private static Map<String, Fact> byHeading() {
        Map<String, Fact> facts = new HashMap<>();
        for (Fact fact : values()) {
            for (String heading : fact.headings.split(BETWEEN, -1)) {
                facts.put(plain(heading), fact);
            }
        }
        return facts;
    }

    /** What a column of this heading holds; accents, case, spaces and punctuation do not matter. */
    public static Optional<Fact> ofHeading(String heading) {
        return Optional.ofNullable(BY_HEADING.get(plain(heading)));
    }

    /** Where the engine has it. */
    String path() {
        return path;
    }

    static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
