package fr.passerelle.benchmarks.storm;

import fr.passerelle.benchmarks.storm.Storm.Outcome;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.PassCultureClient;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Many clients in one JVM: what each of them holds. */
final class ClientStorms {

    private static final Countermark COUNTERMARK = Countermark.of("ABC234");
    private static final int THREADS_AT_REST = 16;
    private static final int THREADS_AT_WORK = 32;
    private static final long HEAP_OF_A_CLIENT = 60;
    /** As many as the burst, and two that wait for their permits. */
    private static final int FUTURES_OF_A_CLIENT = 5;

    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private ClientStorms() {}

    static Storm threadsAndHeap(int clients) {
        return new Storm(
                "clients: " + clients + " in one JVM, a call each, then " + FUTURES_OF_A_CLIENT + " futures each",
                "at most 16 SDK threads at rest, 32 while all wait, 60 KiB of heap a client",
                server -> {
                    client(server, "warm").bookings().use(COUNTERMARK);
                    long before = heap();
                    List<PassCultureClient> all = IntStream.range(0, clients)
                            .mapToObj(i -> client(server, "-" + i))
                            .toList();
                    all.forEach(client -> client.bookings().use(COUNTERMARK));
                    Threads connected = mostThreads(BETWEEN_LOOKS);
                    long kib = (heap() - before) / clients / 1024;

                    Futures waiting = new Futures(all.stream()
                            .flatMap(client -> Futures.reads(FUTURES_OF_A_CLIENT, client).all().stream())
                            .toList());
                    Threads atWork = mostThreads(LOOK);
                    String futures = waiting.toString();
                    boolean noneFailed = waiting.failed() == 0;
                    waiting.cancel();
                    TimeUnit.NANOSECONDS.sleep(IDLE.toNanos());
                    Threads atRest = connected.most(mostThreads(BETWEEN_LOOKS));
                    all.forEach(PassCultureClient::close);

                    boolean met = kib <= HEAP_OF_A_CLIENT
                            && atRest.all() <= THREADS_AT_REST
                            && atWork.all() <= THREADS_AT_WORK
                            && noneFailed;
                    return new Outcome(
                            met,
                            atRest + " at rest, " + atWork + " while all wait (" + futures + "), " + kib
                                    + " KiB a client with its connection open");
                });
    }

    private static PassCultureClient client(Server server, String suffix) {
        return server.client("/late/20000", server.key() + suffix).build();
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most threads that are seen at one time. */
    private static Threads mostThreads(Duration time) throws InterruptedException {
        Threads most = Threads.now();
        for (long end = System.nanoTime() + time.toNanos(); end - System.nanoTime() > 0; ) {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            most = most.most(Threads.now());
        }
        return most;
    }

    /**
     * Threads that a user has because of the SDK.
     *
     * @param own started by the SDK
     * @param okHttp started by OkHttp, whose pools look after their connections
     */
    private record Threads(long own, long okHttp) {

        static Threads now() {
            List<String> names = Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .toList();
            return new Threads(
                    names.stream()
                            .filter(name -> name.startsWith("passerelle-"))
                            .count(),
                    names.stream()
                            .filter(name -> name.startsWith("OkHttp") || name.startsWith("Okio"))
                            .count());
        }

        long all() {
            return own + okHttp;
        }

        Threads most(Threads other) {
            return other.all() > all() ? other : this;
        }

        @Override
        public String toString() {
            return all() + " threads (" + okHttp + " of them OkHttp's)";
        }
    }
}
