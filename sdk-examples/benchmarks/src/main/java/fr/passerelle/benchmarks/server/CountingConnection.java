package fr.passerelle.benchmarks.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection to a {@link CountingServer}: requests without a body, one after the other. */
final class CountingConnection implements Runnable {

    private static final Pattern HEAD = Pattern.compile("([A-Z]+) (\\S+) .*", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("(?i)\r\nAuthorization: Bearer (\\S+)\r\n");
    private static final String END = "\r\n\r\n";

    private final Prepared list = Prepared.json("[]");
    private final Prepared noContent = Prepared.noContent();
    private final Prepared tooMany = Prepared.tooManyRequests();
    private final Socket peer;
    private final Function<String, Arrivals> arrivals;

    CountingConnection(Socket peer, Function<String, Arrivals> arrivals) {
        this.peer = peer;
        this.arrivals = arrivals;
    }

    @Override
    public void run() {
        try (peer) {
            InputStream in = new BufferedInputStream(peer.getInputStream());
            OutputStream out = peer.getOutputStream();
            Prepared response = respond(in);
            while (response != null) {
                response.writeTo(out);
                response = respond(in);
            }
        } catch (SocketException e) {
            // The client went away: the usual end.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads a request; its response, or null if the client is gone. */
    private @Nullable Prepared respond(InputStream in) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(END, text.length() - END.length()) < 0) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            text.append((char) next);
        }
        String head = text.toString();
        Matcher request = HEAD.matcher(head);
        if (!request.matches()) {
            return null;
        }
        String[] path = request.group(2).split("/", -1);
        return switch (path[1]) {
            case "counts" -> told(arrivals.apply(path[2]).counts());
            case "arrived" -> told(arrivals.apply(path[2]).awaitArrived(Integer.parseInt(path[3])));
            case "abandoned" -> told(arrivals.apply(path[2]).awaitAbandoned(Integer.parseInt(path[3])));
            default -> respond(in, request.group(1), path, head);
        };
    }

    private static Prepared told(Counts counts) {
        return Prepared.json(counts.line());
    }

    private @Nullable Prepared respond(InputStream in, String method, String[] path, String head) throws IOException {
        Matcher key = KEY.matcher(head);
        if (!key.find()) {
            return null;
        }
        Arrivals ofKey = arrivals.apply(key.group(1));
        boolean within = ofKey.arrive() || path[1].equals("unlimited");
        if (!within || (path[1].equals("crowded") && ofKey.isYoungerThan(Integer.parseInt(path[2])))) {
            ofKey.refuse();
            return tooMany;
        }
        if (!method.equals("GET")) {
            return noContent;
        }
        if (path[1].equals("late") && !isThereAfter(Integer.parseInt(path[2]), in)) {
            ofKey.abandon();
            return null;
        }
        return list;
    }

    /** Whether the client still waits for its response by then. */
    private boolean isThereAfter(int millis, InputStream in) throws IOException {
        peer.setSoTimeout(millis);
        try {
            in.read();
            return false;
        } catch (SocketTimeoutException stillThere) {
            peer.setSoTimeout(0);
            return true;
        } catch (SocketException reset) {
            return false;
        }
    }
}
