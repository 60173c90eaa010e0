package fr.passerelle.season.readme;

import static fr.passerelle.model.invitation.AccessNeed.HEARING_LOOP;
import static fr.passerelle.model.invitation.AccessNeed.WHEELCHAIR;
import static fr.passerelle.model.invitation.Distance.km;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.error.BadRequestException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.RefusedException;
import fr.passerelle.invitations.ChangeCursor;
import fr.passerelle.invitations.InvitationsClient;
import fr.passerelle.invitations.InvitationsWebhooks;
import fr.passerelle.invitations.WebhookRefusedException;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.Availability;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Place;
import fr.passerelle.model.invitation.Position;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.SessionKind;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.access.Secret;
import fr.passerelle.model.invitation.feed.Change;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.value.Price;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The snippets of docs/invitations.md, both sides. */
class InvitationsSnippetsTest {

    private static final String KEY = "pinv_" + "a".repeat(43);

    private final Instant opening = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    private final Instant noon = opening.minus(Duration.ofHours(8));
    private final LocalDate today = LocalDate.of(2026, 11, 2);
    private final Place hall = Place.builder()
            .name("Théâtre Gérard-Philipe")
            .postalCode("93200")
            .city("Saint-Denis")
            .position(Position.of(48.9376, 2.3620))
            .build();
    private final List<String> shown = new ArrayList<>();
    private DonatedPlaces server;
    private String baseUrl;

    @BeforeEach
    void start() throws IOException {
        server = new DonatedPlaces();
        baseUrl = server.baseUrl();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void show(String text) {
        shown.add(text);
    }

    private void print(Voucher voucher) {
        show(String.valueOf(voucher.number()));
    }

    private void give(int places) {
        try (InvitationsClient programme = client()) {
            programme
                    .sessions()
                    .put(SessionDraft.builder()
                            .ref("SAISON26-BG-0412")
                            .title("Le Bourgeois gentilhomme")
                            .kind(SessionKind.SHOW)
                            .startsAt(opening)
                            .place(hall)
                            .build());
            programme
                    .allotments()
                    .put(AllotmentDraft.of("SAISON26-BG-0412", places).build());
        }
    }

    private InvitationsClient client() {
        return InvitationsClient.builder().apiKey(KEY).baseUrl(baseUrl).build();
    }

    @Test
    void aBoxOfficeGives() {
        String donorKey = KEY;
        // snippet: invitations-give
        try (InvitationsClient programme =
                InvitationsClient.builder().apiKey(donorKey).baseUrl(baseUrl).build()) {
            programme
                    .sessions()
                    .put(SessionDraft.builder()
                            .ref("SAISON26-BG-0412") // your own name for it: sent again, it replaces
                            .title("Le Bourgeois gentilhomme")
                            .kind(SessionKind.SHOW)
                            .startsAt(opening)
                            .place(hall) // of the performance, with its position
                            .accessibleFor(WHEELCHAIR, HEARING_LOOP)
                            .regularPrice(Price.euros("25"))
                            .build());

            Allotment given = programme
                    .allotments()
                    .put(AllotmentDraft.of("SAISON26-BG-0412", 20)
                            .releaseAt(noon) // what nobody wanted by then is yours again
                            .build());
            show(given.free() + " places to give");
        }
        // end

        assertThat(shown).containsExactly("20 places to give");
    }

    @Test
    void aHomeBooks() {
        give(20);
        try (InvitationsClient programme = client()) {
            // snippet: invitations-book
            Party party = Party.of(8, AgeBand.FROM_12_TO_15).workers(2); // numbers: nobody's name

            List<Availability> near = programme
                    .sessions()
                    .near(Position.of(48.93, 2.36), km(15)) // or a postal code
                    .from(today)
                    .forParty(party)
                    .list() // the soonest first; pages itself
                    .toList();

            InvitationBooking outing = programme.bookings().put(BookingDraft.of(near.get(0), party));
            outing.vouchers().forEach(voucher -> print(voucher)); // one for each place
            // end

            assertThat(shown).hasSize(10);
        }
    }

    @Test
    void aRefusalHasASentence() {
        give(9);
        try (InvitationsClient programme = client()) {
            Party party = Party.of(8, AgeBand.FROM_12_TO_15).workers(2);
            Availability found =
                    programme.sessions().available().list().toList().get(0);
            List<BookingDraft> later = new ArrayList<>();
            // snippet: invitations-refused
            BookingDraft draft = BookingDraft.of(found, party); // mints its id, once
            try {
                programme.bookings().put(draft);
            } catch (RefusedException refused) {
                show(refused.sentence(Locale.FRENCH)); // for the screen
                refused.minutes().ifPresent(minutes -> show("again in " + minutes)); // CAPACITY_HELD only
            } catch (BadRequestException wrong) {
                show(String.join(", ", wrong.errors().keySet())); // party.workers, needs.WHEELCHAIR, ...
            } catch (CallException failure) {
                later.add(draft); // the same draft, whenever it is sent: it is booked once
            }
            // end

            assertThat(later).isEmpty();
            assertThat(shown)
                    .containsExactly(
                            "Les dernières places sont en option pour quelqu'un d'autre. Réessayez dans 12 minute(s).",
                            "again in 12");
        }
    }

    @Test
    void theFeedTellsWhatChanged() {
        give(20);
        ChangeCursor cursor = ChangeCursor.inMemory();
        try (InvitationsClient programme = client()) {
            Availability found =
                    programme.sessions().available().list().toList().get(0);
            programme.bookings().put(BookingDraft.of(found, Party.of(1, AgeBand.FROM_60)));
            // snippet: invitations-feed
            Consumer<Change> handler = change -> {
                if (change.kind().equals(ChangeKind.BOOKING)) {
                    show(change.change()); // read the booking for more: the feed has no data
                }
            };
            programme.changes().read(cursor, handler); // from where the cursor stands, until now
            // end

            assertThat(shown).containsExactly("CONFIRMED");
            assertThat(cursor.load()).isEqualTo(1);
        }
    }

    @Test
    void aWebhookIsVerified() {
        Secret secret = Secret.of(KEY);
        byte[] rawBody = ("{\"id\":\"" + UUID.randomUUID() + "\",\"changes\":[]}").getBytes(StandardCharsets.UTF_8);
        String signatureHeader = InvitationsWebhooks.sign(secret, Instant.now(), rawBody);
        int status;
        // snippet: invitations-webhooks
        InvitationsWebhooks webhooks = InvitationsWebhooks.builder()
                .secret(secret) // the one that programme.webhooks().put(draft) sent; a second one while it changes
                .build();
        try {
            webhooks.verify(signatureHeader, rawBody); // the header Passerelle-Signature, and the bytes as they came
            status = 204; // then read the feed: the message is the hint
        } catch (WebhookRefusedException refused) {
            status = refused.status();
        }
        // end

        assertThat(status).isEqualTo(204);
    }
}
