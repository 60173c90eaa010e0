package fr.passerelle.sandbox.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sandbox.FakeVendor.Reply;
import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.Stage;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final int PEOPLE = 1000;
    private static final int PLACES = 100;

    private final Stage stage = new Stage();
    private final ExecutorService crowd = Executors.newFixedThreadPool(64);

    @AfterEach
    void stop() {
        crowd.shutdownNow();
        stage.close();
    }

    @Test
    void sellsExactlyEveryPlace() throws Exception {
        long date = stage.date(false, "" + PLACES);

        assertThat(rush(person -> stage.book(person, date, 1).status() == 200)).isEqualTo(PLACES);
        assertThat(booked(date)).isEqualTo(PLACES);
    }

    @Test
    void sellsExactlyEveryPlaceOfAVendorWhoseSeatsAreFewer() throws Exception {
        var seats = new AtomicInteger(PLACES);
        stage.vendor.response("/booking", message -> sell(seats));
        long date = stage.date(true, "" + 2 * PLACES);

        assertThat(rush(person -> stage.book(person, date, 1).status() == 200)).isEqualTo(PLACES);
        assertThat(booked(date)).isEqualTo(PLACES);
        assertThat(seats).hasValue(0);
    }

    @Test
    void sellsNoMorePlacesThanTheProgrammeHasOfAVendorWithoutLimit() throws Exception {
        var sold = new AtomicInteger();
        stage.vendor.response("/booking", message -> {
            int left = PLACES - sold.incrementAndGet();
            return ticket(sold.get(), left);
        });
        long date = stage.date(true, "" + PLACES);

        assertThat(rush(person -> stage.book(person, date, 1).status() == 200)).isEqualTo(PLACES);
        assertThat(sold).hasValue(PLACES);
    }

    @Test
    void letsOnePersonBookAnOfferOnceHoweverOftenTheyAskAtOnce() throws Exception {
        SandboxBeneficiary person = stage.sandbox.beneficiary(30_000);
        stage.vendor.response("/booking", message -> ticket(message.hashCode(), 50));
        long date = stage.date(true, "100");
        Callable<Boolean> attempt = () -> stage.book(person, date, 1).status() == 200;

        long booked = count(crowd.invokeAll(Collections.nCopies(50, attempt)));

        assertThat(booked).isEqualTo(1);
        assertThat(person.remainingCredit()).isEqualTo(30_000 - 1250);
    }

    @FunctionalInterface
    private interface Attempt {
        boolean by(SandboxBeneficiary person);
    }

    private long rush(Attempt attempt) throws Exception {
        List<Callable<Boolean>> attempts = IntStream.range(0, PEOPLE)
                .mapToObj(i -> stage.sandbox.beneficiary(5000))
                .<Callable<Boolean>>map(person -> () -> attempt.by(person))
                .toList();
        return count(crowd.invokeAll(attempts));
    }

    private static long count(List<Future<Boolean>> results) throws Exception {
        long successes = 0;
        for (var result : results) {
            successes += result.get() ? 1 : 0;
        }
        return successes;
    }

    private int booked(long date) {
        assertThat(date).isEqualTo(1);
        return stage.http
                .call("GET", "/public/offers/v1/events/1/dates", stage.provider.apiKey(), "")
                .body()
                .path("dates")
                .path(0)
                .path("bookedQuantity")
                .asInt();
    }

    private static Reply sell(AtomicInteger seats) {
        int left = seats.decrementAndGet();
        if (left < 0) {
            seats.set(0);
            return new Reply(409, "{\"error\":\"sold_out\"}");
        }
        return ticket(left, left);
    }

    private static Reply ticket(int number, int left) {
        return new Reply(200, "{\"tickets\":[{\"barcode\":\"B" + number + "\"}],\"remainingQuantity\":" + left + "}");
    }
}
