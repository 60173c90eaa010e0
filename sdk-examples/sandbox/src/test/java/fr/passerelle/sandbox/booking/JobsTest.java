package fr.passerelle.sandbox.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.SandboxRefusedException;
import fr.passerelle.sandbox.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {

    private final Stage stage = new Stage();
    private final SandboxBeneficiary person = stage.sandbox.beneficiary(30_000);

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void usesBookingsMoreThanTwoDaysAfterTheStart() {
        long id = person.book(stage.date(false, "5"), 1);
        stage.sandbox.clock().set(Instant.parse("2026-03-14T19:00:00Z"));
        assertThat(stage.sandbox.runJob("use-past-events")).isEqualTo(Map.of("used", 0));

        stage.sandbox.clock().advance(Duration.ofSeconds(1));

        assertThat(stage.sandbox.runJob("use-past-events")).isEqualTo(Map.of("used", 1));
        assertThat(field(id, "dateUsed")).isEqualTo("2026-03-14T19:00:01Z");
    }

    @Test
    void expiresPaperBooksOnTheRunAfterTheirTenthDay() throws InterruptedException {
        long id = person.book(stage.product("'category':'LIVRE_PAPIER'", "'price':1500"), 1);
        assertThat(stage.vendor.next().payload().path("action").asText()).isEqualTo("BOOK");
        assertThat(field(id, "expirationDate")).isEqualTo("2026-03-12T10:00:00Z");
        stage.sandbox.clock().set(Instant.parse("2026-03-12T23:59:59Z"));
        assertThat(stage.sandbox.runJob("expire-bookings")).isEqualTo(Map.of("expired", 0));

        stage.sandbox.clock().set(Instant.parse("2026-03-13T00:00:00Z"));

        assertThat(stage.sandbox.runJob("expire-bookings")).isEqualTo(Map.of("expired", 1));
        assertThat(field(id, "cancellationReason")).isEqualTo("EXPIRED");
        assertThat(person.remainingCredit()).isEqualTo(30_000);
        // Expiry is not told to vendors: the next message is that of the next booking.
        person.book(stage.product("'category':'LIVRE_PAPIER'", "'price':1500"), 1);
        assertThat(stage.vendor.next().payload().path("action").asText()).isEqualTo("BOOK");
    }

    @Test
    void expiresOtherGoodsAfterThirtyDaysAndDigitalOnesNever() {
        person.book(stage.product("'category':'LIVRE_AUDIO_PHYSIQUE'", "'price':100"), 1);
        person.book(stage.product("'category':'LIVRE_NUMERIQUE','url':'https://example.org'", "'price':100"), 1);
        stage.sandbox.clock().set(Instant.parse("2026-04-01T23:00:00Z"));
        assertThat(stage.sandbox.runJob("expire-bookings")).isEqualTo(Map.of("expired", 0));

        stage.sandbox.clock().set(Instant.parse("2027-04-02T00:00:00Z"));

        assertThat(stage.sandbox.runJob("expire-bookings")).isEqualTo(Map.of("expired", 1));
    }

    @Test
    void hasNothingToFinaliseOrRecreditInAnEmptyWorld() {
        assertThat(stage.sandbox.runJob("finalise-eans")).isEqualTo(Map.of("finalised", 0));
        assertThat(stage.sandbox.runJob("recredit")).isEqualTo(Map.of("recredited", 0));
    }

    @Test
    void knowsNoOtherJob() {
        assertThatThrownBy(() -> stage.sandbox.runJob("make-coffee"))
                .isInstanceOfSatisfying(
                        SandboxRefusedException.class,
                        refused -> assertThat(refused.status()).isEqualTo(404))
                .hasMessageContaining("make-coffee");
    }

    private String field(long bookingId, String name) {
        return stage.http
                .call("GET", "/native/v2/bookings/" + bookingId, person.accessToken(), "")
                .body()
                .path(name)
                .asText();
    }
}
