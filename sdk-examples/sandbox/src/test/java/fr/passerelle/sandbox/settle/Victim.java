package fr.passerelle.sandbox.settle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** The client's side of a connection, for a proxy that may do anything to it. Each action says whether it lives on. */
final class Victim {

    private final Socket socket;
    private final InputStream in;

    Victim(Socket socket, InputStream in) {
        this.socket = socket;
        this.in = in;
    }

    /** Says this, byte by byte as it stands. */
    boolean say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return true;
    }

    /** Says this, and then nothing more. */
    boolean lastly(String... texts) throws IOException {
        say(String.join("", texts));
        return close();
    }

    /** Hangs up. */
    boolean close() throws IOException {
        socket.close();
        return false;
    }

    /** Hangs up as a machine does that has lost its memory. */
    boolean reset() throws IOException {
        socket.setSoLinger(true, 0);
        return close();
    }

    /** Says nothing until the client has had enough. */
    boolean stall() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return close();
    }
}
