package fr.passerelle.season.demo;

import fr.passerelle.http.Environment;
import fr.passerelle.model.app.AppTicket;
import fr.passerelle.model.app.CreditByDomain;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.BeneficiaryClient;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.SandboxBeneficiary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An invented young person with a credit book, and the programme's app on the telephone. */
record Beneficiary(String firstName, BeneficiaryClient app) implements AutoCloseable {

    /** Somebody with an account on the sandbox. */
    static Beneficiary of(String firstName, SandboxBeneficiary account, Environment programme) {
        return new Beneficiary(
                firstName,
                BeneficiaryClient.builder()
                        .environment(programme)
                        .rateLimiter(RateLimiter.unlimited())
                        .accessToken(account.accessToken())
                        .build());
    }

    /** What is on the credit book: granted and left, in all and for digital offers. */
    CreditByDomain credit() {
        return Objects.requireNonNull(app.me().credit(), "a beneficiary has a credit");
    }

    /** What is left of it for anything. */
    static Price total(CreditByDomain credit) {
        return credit.all().remaining();
    }

    /** What is left of it for digital offers: all of it if they have no ceiling. */
    static Price digital(CreditByDomain credit) {
        return Objects.requireNonNullElse(credit.digital(), credit.all()).remaining();
    }

    /** The countermark on the telephone; empty for bookings that the vendor has issued tickets for. */
    Optional<Countermark> countermark(long bookingId) {
        return Optional.ofNullable(app.booking(bookingId).ticket().countermark());
    }

    /** The vendor's barcodes on the telephone, which appear 48 hours before the performance. */
    List<String> barcodes(long bookingId) {
        return app.booking(bookingId).ticket().seats().stream()
                .map(AppTicket.Seat::barcode)
                .toList();
    }

    @Override
    public void close() {
        app.close();
    }
}
