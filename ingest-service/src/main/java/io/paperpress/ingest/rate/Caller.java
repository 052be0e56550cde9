package io.paperpress.ingest.rate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Whom a call is counted for. */
public final class Caller {

    /** Of an IPv6 address, what a provider gives to one customer at least. */
    private static final int NETWORK_BYTES = 8;

    private static final int IPV6_BYTES = 16;

    private Caller() {}

    public static String ofSubject(String subject) {
        return "subject:" + subject;
    }

    /** @param address of the client as the server knows it, behind a proxy too; never a name to look up */
    public static String ofAddress(String address) {
        if (address.indexOf(':') < 0) {
            return "address:" + address;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == IPV6_BYTES
                    ? "address:" + HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES)
                    : "address:" + InetAddress.getByAddress(bytes).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException odd) {
            return "address:" + address;
        }
    }
}
