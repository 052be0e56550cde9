package io.paperpress.localstack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a Kafka node, in its own protocol, which brokers it knows: a broker that lists itself takes requests. */
final class KafkaProbe {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int METADATA = 3;
    private static final int VERSION = 1;
    private static final int REQUEST_BYTES = 14;

    private KafkaProbe() {}

    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            ask(new DataOutputStream(socket.getOutputStream()));
            return knowsABroker(new DataInputStream(socket.getInputStream()));
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void ask(DataOutputStream out) throws IOException {
        out.writeInt(REQUEST_BYTES);
        out.writeShort(METADATA);
        out.writeShort(VERSION);
        out.writeInt(1); // correlation id
        out.writeShort(-1); // no client id
        out.writeInt(0); // about no topic
        out.flush();
    }

    private static boolean knowsABroker(DataInputStream in) throws IOException {
        in.readInt(); // length
        in.readInt(); // correlation id
        return in.readInt() > 0;
    }
}
