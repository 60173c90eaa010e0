package fr.passerelle.benchmarks.door;

import fr.passerelle.door.Door;
import fr.passerelle.door.DoorJournal;
import fr.passerelle.door.PassCultureDoor;
import fr.passerelle.door.VendorTickets;
import fr.passerelle.door.VendorTickets.VendorTicket;
import fr.passerelle.http.Environment;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.RateLimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What docs/door.md says of a door, measured: {@code java -Xmx64m -cp benchmarks.jar
 * fr.passerelle.benchmarks.door.DoorFigures [FOLDER]}. The journal is written to the folder, on the disk that counts.
 */
public final class DoorFigures {

    private static final int EVENT = 9001;
    private static final int LISTED = 20_000;
    private static final int MANY = 100_000;
    private static final int SCANS = 30_000;

    private DoorFigures() {}

    /** Prints the figures. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : ".");
        Instant beginning = Instant.now().plusSeconds(3600);
        try (ListServer server = new ListServer(beginning);
                PassCultureClient client = PassCultureClient.builder()
                        .apiKey("measured")
                        .environment(new Environment(server.url()))
                        .rateLimiter(RateLimiter.unlimited())
                        .build()) {
            PassCultureDoor source = PassCultureDoor.of(client, EVENT);
            server.bookings(LISTED);
            source.refresh(Instant.now());
            print("calls for a list of " + LISTED, server.calls());
            server.bookings(MANY);
            source.refresh(Instant.now());
            print("bookings listed", source.expected());
            print("memory in use after it, MB", usedMegabytes());
            for (int doors : new int[] {1, 4, 16, 64}) {
                scans(folder, doors, source);
            }
            print("memory in use at the end, MB", usedMegabytes());
            print("largest heap allowed, MB", Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static void scans(Path folder, int threads, PassCultureDoor list)
            throws IOException, InterruptedException, ExecutionException {
        Path file = Files.createTempFile(folder, "figures", ".door");
        List<VendorTicket> tickets = IntStream.range(0, SCANS)
                .mapToObj(i -> VendorTicket.tonight("DESK-" + i))
                .toList();
        ExecutorService scanners = Executors.newFixedThreadPool(threads);
        try (Door door = Door.builder()
                .journal(DoorJournal.file(file))
                .secret(new byte[Door.MIN_SECRET])
                .source(VendorTickets.of(() -> tickets))
                .source(list)
                .build()) {
            door.refresh();
            long[] nanos = new long[SCANS];
            long start = System.nanoTime();
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                done.add(scanners.submit(() -> {
                    for (int i = first; i < SCANS; i += threads) {
                        long before = System.nanoTime();
                        door.scan(tickets.get(i).barcode());
                        nanos[i] = System.nanoTime() - before;
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Arrays.sort(nanos);
            print("scans a second by " + threads + " threads", Math.round(SCANS / seconds));
            print("  of which half took less than, µs", nanos[SCANS / 2] / 1000);
            print("  and 99 % less than, µs", nanos[SCANS / 100 * 99] / 1000);
            long again = System.nanoTime();
            for (VendorTicket ticket : tickets) {
                door.scan(ticket.barcode());
            }
            print("  a second scan of each (nothing written), µs", (System.nanoTime() - again) / 1000 / SCANS);
        } finally {
            scanners.shutdownNow();
            Files.delete(file);
        }
    }

    private static long usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static void print(String what, long figure) {
        System.out.printf("%-50s %,10d%n", what, figure);
    }
}
