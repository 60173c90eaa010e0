package fr.passerelle.sandbox.settle;

import fr.passerelle.sandbox.settle.Wire.Request;
import fr.passerelle.sandbox.settle.Wire.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server on the loopback, and cuts, stalls and lies. It passes everything on until it is
 * armed, and from then on counts what the server really took.
 */
final class FaultProxy implements AutoCloseable {

    /** A write stands still for this long at most: longer than any client of these tests waits. */
    private static final int PATIENCE_MILLIS = 10_000;

    /** What strikes. */
    record Plan(Predicate<Request> write, WireFault fault, int strikes, Runnable meanwhile, Thread caller) {}

    /** What was seen since the proxy was armed: what the server said to the writes, in order, and how many reads. */
    record Evidence(int writes, List<Response> responses, int reads, int struck) {

        List<Response> effects() {
            return responses.stream().filter(Response::taken).toList();
        }
    }

    private final URI server;
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();
    private final Queue<Request> late = new ConcurrentLinkedQueue<>();

    private @Nullable Plan plan;
    private final List<Response> responses = new ArrayList<>();
    private int writes;
    private int reads;
    private int struck;
    private int underWay;

    FaultProxy(URI server) throws IOException {
        this.server = server;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    synchronized void arm(Plan next) {
        plan = next;
    }

    /** Lets what is still under way arrive, and tells what happened. */
    Evidence evidence() throws IOException, InterruptedException {
        deliverLate();
        synchronized (this) {
            while (underWay > 0) {
                wait(PATIENCE_MILLIS);
            }
            return new Evidence(writes, List.copyOf(responses), reads, struck);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                clients.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // Nobody is to be served any more.
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            client.setSoTimeout(PATIENCE_MILLIS);
            BufferedInputStream in = new BufferedInputStream(client.getInputStream());
            boolean open = true;
            while (open) {
                Optional<Request> request = Wire.read(in);
                open = request.isPresent() && serve(request.get(), new Victim(client, in));
            }
        } catch (IOException gone) {
            // The client, or the server: either way there is nobody to talk to.
        }
    }

    private boolean serve(Request request, Victim victim) throws IOException {
        Plan now = count(request);
        if (now == null) {
            return pass(request, victim);
        }
        if (!now.write().test(request)) {
            if (now.fault().breaksReads() && anyStruck()) {
                return victim.say("HTTP/1.1 500 S\r\nContent-Length: 2\r\n\r\n{}");
            }
            return pass(request, victim);
        }
        WireFault fault = now.fault();
        if (!strikes(now)) {
            if (fault.arrival() == WireFault.Arrival.BEFORE_THE_SECOND) {
                deliverLate();
            }
            Response response = take(request);
            if (fault.arrival() == WireFault.Arrival.AFTER_THE_SECOND) {
                deliverLate();
            }
            return victim.say(response.plain());
        }
        if (fault.arrival() != WireFault.Arrival.AT_ONCE) {
            late.add(request);
        }
        Response response = fault.effect() ? take(request) : new Response(200, "application/json", "");
        now.meanwhile().run();
        if (fault.interrupts()) {
            now.caller().interrupt();
        }
        return fault.speech().to(victim, response);
    }

    private boolean pass(Request request, Victim victim) throws IOException {
        return victim.say(Wire.send(server, request).plain());
    }

    private synchronized @Nullable Plan count(Request request) {
        if (plan != null && plan.write().test(request)) {
            writes++;
        } else if (plan != null) {
            reads++;
        }
        return plan;
    }

    private synchronized boolean strikes(Plan now) {
        if (struck >= now.strikes()) {
            return false;
        }
        struck++;
        return true;
    }

    private synchronized boolean anyStruck() {
        return struck > 0;
    }

    private Response take(Request request) throws IOException {
        synchronized (this) {
            underWay++;
        }
        try {
            Response response = Wire.send(server, request);
            synchronized (this) {
                responses.add(response);
            }
            return response;
        } finally {
            synchronized (this) {
                underWay--;
                notifyAll();
            }
        }
    }

    private void deliverLate() throws IOException {
        for (Request request = late.poll(); request != null; request = late.poll()) {
            take(request);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : clients) {
            client.close();
        }
        threads.shutdownNow();
    }
}
