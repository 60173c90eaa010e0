package fr.passerelle.sandbox.collective;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sandbox.school.CollectiveStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The control plane of schools and collective offers. */
class CollectiveControlTest extends CollectiveTest {

    @ParameterizedTest
    @EnumSource
    void showsTheStatusThatWasAskedForAtOnce(CollectiveStatus status) {
        assertThat(get(inStatus(status.name())).body().path("offerStatus").asText())
                .isEqualTo(status.name());
    }

    @ParameterizedTest
    @CsvSource({"PENDING, EXPIRED", "CONFIRMED, ENDED", "USED, ENDED", "CANCELLED, CANCELLED"})
    void letsTheStatusFollowTheClock(String booking, String later) {
        String path = OFFERS
                + arranged("'bookings':[{'status':'" + booking + "','cancellationReason':'EXPIRED'}]")
                        .path("id")
                        .asLong();
        stage.sandbox.clock().advance(Duration.ofDays(11));

        assertThat(get(path).body().path("offerStatus").asText()).isEqualTo(later);
    }

    @Test
    void datesTheBookingsItMakes() {
        var booking = get(OFFERS + arranged("'status':'REIMBURSED'").path("id").asLong())
                .body()
                .at("/bookings/0");

        assertThat(booking.path("dateCreated").asText()).isEqualTo("2026-02-28T10:00:00");
        assertThat(booking.path("confirmationDate").asText()).isEqualTo("2026-03-01T10:00:00");
        assertThat(booking.path("dateUsed").asText()).isEqualTo("2026-03-01T10:00:00");
        assertThat(booking.path("reimbursementDate").asText()).isEqualTo("2026-03-02T10:00:00");
        assertThat(booking.path("cancellationLimitDate").asText()).isEqualTo("2026-02-28T10:00:00");
    }

    @Test
    void letsExplicitFieldsWin() {
        var offer = get(OFFERS
                        + arranged("'status':'BOOKED','startDatetime':'2026-06-01T10:00:00','bookings':[]")
                                .path("id")
                                .asLong())
                .body();

        assertThat(offer.path("offerStatus").asText()).isEqualTo("PUBLISHED");
        assertThat(offer.path("bookingLimitDatetime").asText()).isEqualTo("2026-06-01T09:00:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "collective/offers|{'venueId':987654,'createdBy':'portal'}|404",
                "collective/offers|{'venueId':1,'createdBy':'nobody'}|400",
                "collective/offers|{'venueId':1,'createdBy':987654}|404",
                "collective/offers|{'venueId':1,'createdBy':'portal','status':'LOST'}|400",
                "collective/offers|{'venueId':1,'createdBy':'portal','institutionId':987654}|404",
                "collective/offers|{'venueId':1,'createdBy':'portal','colour':1}|400",
                "domains|{'name':'D','nationalPrograms':[987654]}|404",
                "institutions|{'name':'L','city':'Pau','postalCode':'64000','type':'L','uai':'0350000A'}|409",
                "institutions|{'name':'L'}|400"
            })
    void refusesWhatItCannotArrange(String path, String json, int status) {
        var reply = stage.http.call("POST", "/sandbox/" + path, "", json);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("error").isTextual()).isTrue();
    }

    @Test
    void setsTheSchoolYearsUntilTheNextReset() {
        stage.http.control("PUT", "/school-years", "{'years':[2029]}");
        assertRefused(post(OFFERS, body("")), 400, "startDatetime");
        assertAccepted(post(OFFERS, body("'startDatetime':'2030-04-01T10:00:00Z'")));

        stage.sandbox.reset();
        assertThat(stage.http
                        .call("GET", API + "/student-levels", stage.provider.apiKey(), "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void holdsTheYearOfTheClockAndTheNext() {
        assertAccepted(post(OFFERS, body("'startDatetime':'2027-08-31T23:59:59Z'")));
        assertRefused(post(OFFERS, body("'startDatetime':'2027-09-01T00:00:00Z'")), 400, "startDatetime");

        stage.sandbox.clock().advance(Duration.ofDays(185));
        assertAccepted(post(
                OFFERS, body("'startDatetime':'2027-09-01T00:00:00Z','bookingLimitDatetime':'2027-08-01T00:00:00Z'")));
    }
}
