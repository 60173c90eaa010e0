package fr.passerelle.commandline.net;

import java.net.InetAddress;

/**
 * Tells addresses of the open internet from those of this machine and its networks. Services inside trust whoever
 * reaches them: a foreign address must not lead a programme there.
 */
final class PublicAddress {

    private PublicAddress() {}

    /** Whether an address is one of the open internet; what is reserved, shared or translated is not. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isPublic4(bytes) : isPublic6(bytes);
    }

    /** Without the blocks of RFC 6890 that the JDK does not know. */
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return switch (first) {
            case 0 -> false;
            case 100 -> second < 64 || second > 127;
            case 192 -> !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
            case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 240;
        };
    }

    /**
     * Only 2000::/3 is given out; of that, 6to4, Teredo and its neighbours and the documentation's block stand for
     * others.
     */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        boolean givenOut = (first & 0xe000) == 0x2000;
        boolean special = first == 0x2002 || (first == 0x2001 && (second < 0x200 || second == 0x0db8));
        return givenOut && !special;
    }
}
