package fr.passerelle.season.agenda;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns HTML character references into the characters they stand for. */
final class Entities {

    private static final Pattern REFERENCE = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\\w{2,8}));");

    /** The names of U+00A0 to U+00FF, in order. */
    private static final String LATIN_1 = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg"
            + " macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
            + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml"
            + " ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig"
            + " agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"
            + " eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private static final Map<String, Integer> NAMED = named();

    private Entities() {}

    /**
     * The text with its references replaced, once: a reference to a reference becomes a reference. Unknown ones stay.
     */
    static String decode(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> {
            Integer codePoint = codePoint(found);
            return Matcher.quoteReplacement(codePoint == null ? found.group() : Character.toString(codePoint));
        });
    }

    private static @Nullable Integer codePoint(MatchResult reference) {
        String decimal = reference.group(1);
        String hexadecimal = reference.group(2);
        Integer codePoint;
        if (decimal != null) {
            codePoint = Integer.valueOf(decimal);
        } else if (hexadecimal != null) {
            codePoint = Integer.valueOf(hexadecimal, 16);
        } else {
            codePoint = NAMED.get(reference.group(3));
        }
        return codePoint != null && Character.isValidCodePoint(codePoint) ? codePoint : null;
    }

    private static Map<String, Integer> named() {
        Map<String, Integer> named = new HashMap<>(Map.ofEntries(
                Map.entry("amp", (int) '&'),
                Map.entry("lt", (int) '<'),
                Map.entry("gt", (int) '>'),
                Map.entry("quot", (int) '"'),
                Map.entry("apos", (int) '\''),
                Map.entry("euro", 0x20AC),
                Map.entry("OElig", 0x152),
                Map.entry("oelig", 0x153),
                Map.entry("Scaron", 0x160),
                Map.entry("scaron", 0x161),
                Map.entry("Yuml", 0x178),
                Map.entry("ensp", 0x2002),
                Map.entry("emsp", 0x2003),
                Map.entry("thinsp", 0x2009),
                Map.entry("ndash", 0x2013),
                Map.entry("mdash", 0x2014),
                Map.entry("lsquo", 0x2018),
                Map.entry("rsquo", 0x2019),
                Map.entry("sbquo", 0x201A),
                Map.entry("ldquo", 0x201C),
                Map.entry("rdquo", 0x201D),
                Map.entry("bdquo", 0x201E),
                Map.entry("bull", 0x2022),
                Map.entry("hellip", 0x2026),
                Map.entry("lsaquo", 0x2039),
                Map.entry("rsaquo", 0x203A),
                Map.entry("trade", 0x2122),
                Map.entry("larr", 0x2190),
                Map.entry("rarr", 0x2192)));
        int codePoint = 0xA0;
        for (String name : LATIN_1.split(" ", -1)) {
            named.put(name, codePoint++);
        }
        return Map.copyOf(named);
    }
}
