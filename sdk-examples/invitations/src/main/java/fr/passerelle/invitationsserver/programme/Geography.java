package fr.passerelle.invitationsserver.programme;

/** Where postal codes are. */
final class Geography {

    private static final int OVERSEAS = 3;

    private Geography() {}

    /** The department of a postal code: its first two digits, three overseas; those of Corsica begin with 20. */
    static String department(String postalCode) {
        if (postalCode.startsWith("97") || postalCode.startsWith("98")) {
            return postalCode.substring(0, OVERSEAS);
        }
        if (postalCode.startsWith("20")) {
            return postalCode.charAt(2) <= '1' ? "2A" : "2B";
        }
        return postalCode.substring(0, 2);
    }
}
