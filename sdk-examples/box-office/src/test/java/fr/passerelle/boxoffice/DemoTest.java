package fr.passerelle.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.Texts;
import fr.passerelle.reconciliation.Difference.Kind;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.ticketing.BookingKeys;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole story on a database in memory: the programme drops a tenth of its news, and nothing stays unknown. */
@Timeout(120)
class DemoTest {

    private static Demo.@Nullable Count played;

    @BeforeAll
    static void play() {
        try (Sandbox sandbox = Sandbox.start()) {
            BoxOffice office = new BoxOffice(H2.empty(), BookingKeys.under("a secret of the demonstration"));
            played = new Demo(sandbox, office).play(Instant.parse("2027-03-08T12:00:00Z"));
        }
    }

    private static Demo.Count count() {
        return Objects.requireNonNull(played);
    }

    @Test
    void responsesEveryRedeliveryAlike() {
        assertThat(count().again()).isEqualTo(15);
        assertThat(count().alike()).isEqualTo(15);
        assertThat(count().sold()).isEqualTo(34);
    }

    @Test
    void takesBackEveryTicketThatNobodyWillUse() {
        assertThat(count().orphans()).isEqualTo(3);
        assertThat(count().first().count(Kind.NEVER_BOOKED)).isEqualTo(1);
        assertThat(count().placesHeld()).isEqualTo(count().placesBooked());
    }

    @Test
    void findsWhatTheDroppedNewsWouldHaveTold() {
        assertThat(count().dropped()).isBetween(15, 35);
        assertThat(count().missed()).isPositive().isLessThanOrEqualTo(count().dropped());
        assertThat(count().first().differences())
                .containsOnlyKeys(Kind.MISSED_BOOKING, Kind.MISSED_CANCELLATION, Kind.NEVER_BOOKED);
        assertThat(count().second().differences()).isEmpty();
    }

    @Test
    void findsWhoWasAdmittedByTime() {
        long live = 34 + 161;
        assertThat(count().afterTheShow().differences()).isEqualTo(Map.of(Kind.MISSED_USE, live));
        assertThat(count().table(Texts.in(Locale.ENGLISH, Main.TEXTS)))
                .hasSize(13)
                .contains(List.of("After the show: admissions found", "195"));
    }
}
