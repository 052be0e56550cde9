package io.paperpress.catalog.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses on the internet from those of networks at home (RFC 6890). */
final class PublicAddress {

    private PublicAddress() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] octets = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> !isReserved(octets[0] & 0xFF, octets[1] & 0xFF, octets[2] & 0xFF);
            case Inet6Address _ -> !isReserved(octets);
            default -> false;
        };
    }

    private static boolean isReserved(int first, int second, int third) {
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128) // shared by carriers
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
                || (first == 203 && second == 0 && third == 113);
    }

    /** Of IPv6 only 2000::/3 is global, but for addresses that carry one of IPv4 within: tunnels and documentation. */
    private static boolean isReserved(byte[] octets) {
        boolean global = (octets[0] & 0xE0) == 0x20;
        boolean tunnel =
                octets[0] == 0x20 && octets[1] == 0x02 || octets[0] == 0x20 && octets[1] == 0x01 && octets[2] <= 1;
        boolean documentation = octets[0] == 0x20 && octets[1] == 0x01 && octets[2] == 0x0D && octets[3] == (byte) 0xB8;
        return !global || tunnel && octets[2] >= 0 || documentation;
    }
}
