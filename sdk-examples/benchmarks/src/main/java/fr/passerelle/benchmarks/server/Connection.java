package fr.passerelle.benchmarks.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;

/** One connection, kept alive: requests without a body, one after the other. */
final class Connection implements Runnable {

    private static final int LONGEST_REQUEST = 8192;
    private static final String END = "\r\n\r\n";

    private final Socket peer;
    private final byte[] request = new byte[LONGEST_REQUEST];
    private final Prepared booking = Prepared.json(Responses.booking(Responses.FIRST_ID));
    private final Prepared events = Prepared.json(Responses.events());
    private final Prepared noContent = Prepared.noContent();
    private final BookingPages bookings = new BookingPages();

    Connection(Socket peer) {
        this.peer = peer;
    }

    @Override
    public void run() {
        try (peer) {
            InputStream in = peer.getInputStream();
            OutputStream out = peer.getOutputStream();
            while (true) {
                response(target(in)).writeTo(out);
            }
        } catch (EOFException | SocketException e) {
            // The client went away: the usual end.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a request; the path and query of its first line. */
    private String target(InputStream in) throws IOException {
        int length = 0;
        while (!endsWithBlankLine(length)) {
            int read = in.read(request, length, request.length - length);
            if (read <= 0) {
                throw new EOFException();
            }
            length += read;
        }
        int from = 0;
        while (request[from++] != ' ') {
            // The method.
        }
        int to = from;
        while (request[to] != ' ') {
            to++;
        }
        return new String(request, from, to - from, ISO_8859_1);
    }

    private boolean endsWithBlankLine(int length) {
        for (int i = 1; i <= END.length(); i++) {
            if (length < END.length() || request[length - i] != END.charAt(END.length() - i)) {
                return false;
            }
        }
        return true;
    }

    private Prepared response(String target) {
        if (target.startsWith("/public/bookings/v1/bookings")) {
            return bookings.page(parameter(target, "offerId"), parameter(target, "firstIndex"));
        }
        if (target.startsWith("/public/bookings/v1/token/")) {
            return booking;
        }
        return target.startsWith("/public/offers/v1/events") ? events : noContent;
    }

    private static long parameter(String target, String name) {
        int from = target.indexOf(name + "=") + name.length() + 1;
        int to = target.indexOf('&', from);
        return Long.parseLong(target, from, to < 0 ? target.length() : to, 10);
    }
}
