package fr.passerelle.commandline.read;

/** Decimal numbers of any country as programmes write them. */
final class Decimals {

    private Decimals() {}

    /** The number with a dot before its decimals and nothing between its thousands; it must be well formed. */
    static String of(String number) {
        String plain = number.replace(" ", "");
        int comma = plain.lastIndexOf(',');
        int dot = plain.lastIndexOf('.');
        if (comma > dot) {
            return plain.replace(".", "").replace(',', '.');
        }
        return plain.replace(",", "");
    }
}
