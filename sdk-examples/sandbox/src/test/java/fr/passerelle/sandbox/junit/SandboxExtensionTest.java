package fr.passerelle.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.sandbox.Http;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxRefusedException;
import fr.passerelle.sandbox.VendorUrls;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SandboxExtensionTest {

    @Test
    @Order(1)
    void handsOutARunningSandbox(Sandbox sandbox) {
        var provider = sandbox.provider(VendorUrls.all("http://localhost:1/desk"));
        var venue = sandbox.linkedVenue(provider);

        var seen = new Http(sandbox.baseUrl())
                .call("GET", "/public/offers/v1/offerer_venues", provider.apiKey(), "")
                .body();

        assertThat(seen.path(0).path("venues").path(0).path("siret").asText()).isEqualTo(venue.siret());
        assertThat(provider.toString()).doesNotContain(provider.apiKey()).doesNotContain(provider.hmacKey());
    }

    @Test
    @Order(2)
    void emptiesItBeforeEachTest(Sandbox sandbox) {
        assertThat(sandbox.journal().entries()).isEmpty();
        assertThat(sandbox.provider().id()).isEqualTo(1);
    }

    @Test
    void movesTheClock(Sandbox sandbox) {
        sandbox.clock().set(Instant.parse("2026-03-02T10:00:00Z"));
        sandbox.clock().advance(Duration.ofHours(2));

        assertThat(sandbox.clock().now()).isEqualTo("2026-03-02T12:00:00Z");
    }

    @Test
    void saysWhyABookingIsRefused(Sandbox sandbox) {
        var person = sandbox.beneficiary(5000);

        assertThatThrownBy(() -> person.book(123, 1)).isInstanceOfSatisfying(SandboxRefusedException.class, refused -> {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.code()).isEmpty();
        });
        assertThatThrownBy(() -> sandbox.countermark(123)).isInstanceOf(IllegalArgumentException.class);
        assertThat(person.toString()).doesNotContain(person.email()).doesNotContain(person.accessToken());
    }

    @Test
    void setsFaults(Sandbox sandbox) {
        sandbox.faults().add(Fault.next(new Effect.Status(503)).on("GET", "/native"));
        var person = sandbox.beneficiary(5000);

        assertThatThrownBy(person::remainingCredit).isInstanceOf(SandboxRefusedException.class);
        assertThat(person.remainingCredit()).isEqualTo(5000);
    }

    @Test
    void takesTheSiretItIsGiven(Sandbox sandbox) {
        assertThat(sandbox.venue("Chez nous", "85331845900049").siret()).isEqualTo("85331845900049");
        assertThatThrownBy(() -> sandbox.venue("Chez eux", "85331845900049"))
                .isInstanceOf(SandboxRefusedException.class);
    }

    @Nested
    class InsideAnother {

        @Test
        void sharesTheSandboxOfTheOuterClass(Sandbox sandbox) {
            assertThat(sandbox.provider().id()).isEqualTo(1);
        }
    }
}
