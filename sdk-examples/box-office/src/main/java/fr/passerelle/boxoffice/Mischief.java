package fr.passerelle.boxoffice;

import fr.passerelle.commandline.vendor.DeskServer.Receiver;
import fr.passerelle.ticketing.DeskResponse;
import fr.passerelle.ticketing.TicketingDesk;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The network between the programme and a desk: it may deliver a message twice, or keep the response too long. */
final class Mischief implements Receiver {

    private final TicketingDesk desk;
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final AtomicInteger respondedAlike = new AtomicInteger();
    private volatile boolean twice;
    private volatile @Nullable Delay delay;
    private volatile @Nullable Awaited awaited;

    private record Delay(CountDownLatch responded, CountDownLatch over) {}

    private record Awaited(String email, CountDownLatch came) {}

    Mischief(TicketingDesk desk) {
        this.desk = desk;
    }

    /** From now on messages come once, or twice. */
    void deliverTwice(boolean twice) {
        this.twice = twice;
    }

    /** Keeps the response to the next message until something has been done, which is after the desk gave it. */
    void keepTheResponseDuring(Runnable something) {
        Delay now = new Delay(new CountDownLatch(1), new CountDownLatch(1));
        delay = now;
        try {
            something.run();
            await(now.responded());
        } finally {
            delay = null;
            now.over().countDown();
        }
    }

    /** Does something and waits until the news of it has come, about the person with this address. */
    void awaitTheNewsOf(String email, Runnable something) {
        Awaited news = new Awaited(email, new CountDownLatch(1));
        awaited = news;
        something.run();
        await(news.came());
        awaited = null;
    }

    /** How many messages came, second deliveries not counted. */
    int received() {
        return received.get();
    }

    /** How many came a second time. */
    int again() {
        return again.get();
    }

    /** How many of these got the response that they got before. */
    int respondedAlike() {
        return respondedAlike.get();
    }

    @Override
    public DeskResponse receive(@Nullable String signature, byte[] body) {
        Delay kept = delay;
        Awaited news = awaited;
        DeskResponse response = desk.receive(signature, body);
        received.incrementAndGet();
        if (twice) {
            again.incrementAndGet();
            DeskResponse again = desk.receive(signature, body);
            boolean alike = again.status() == response.status() && again.body().equals(response.body());
            respondedAlike.addAndGet(alike ? 1 : 0);
        }
        if (kept != null) {
            kept.responded().countDown();
            await(kept.over());
        }
        if (news != null && new String(body, StandardCharsets.US_ASCII).contains(news.email())) {
            news.came().countDown();
        }
        return response;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
