package fr.passerelle.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.door.DoorJournal.Basis;
import fr.passerelle.door.DoorJournal.Entry;
import fr.passerelle.door.DoorJournal.Evening;
import fr.passerelle.door.DoorJournal.KeptList;
import fr.passerelle.door.DoorJournal.Mark;
import fr.passerelle.door.DoorJournal.Ruling;
import fr.passerelle.door.DoorJournal.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every journal of a door promises. */
public abstract class DoorJournalContract {

    public static final Instant AT = Instant.parse("2026-03-12T19:02:03.456Z");

    /** For journals of your own. */
    protected DoorJournalContract() {}

    /** A new journal, empty. */
    protected abstract DoorJournal journal();

    /** A scan of a ticket for so many, that must still be sent. */
    public static Entry entry(long nonce, long ticket, int heads, int places) {
        return new Entry(
                new UUID(0, nonce),
                new TicketKey(7, ticket),
                "pass Culture",
                "north",
                AT.plusSeconds(nonce),
                heads,
                places,
                Basis.LIST,
                OptionalLong.empty(),
                new byte[] {1, 2, 3});
    }

    @Test
    void letsInAndRemembers() {
        DoorJournal journal = journal();
        Entry entry = entry(1, 1, 1, 1);

        assertThat(journal.admit(entry)).isInstanceOf(Ruling.In.class);

        Standing standing = journal.find(entry.ticket()).orElseThrow();
        assertThat(standing.heads()).isOne();
        assertThat(standing.mark()).isEqualTo(Mark.TO_SEND);
        assertThat(standing.last()).usingRecursiveComparison().isEqualTo(entry);
        assertThat(journal.headsIn()).isOne();
        assertThat(journal.isIn(entry.nonce())).isTrue();
    }

    @Test
    void aSecondScanOfATicketForOneIsTooMuch() {
        DoorJournal journal = journal();
        journal.admit(entry(1, 1, 1, 1));

        Ruling second = journal.admit(entry(2, 1, 1, 1));

        assertThat(second).isInstanceOf(Ruling.Full.class);
        assertThat(second.standing().last().at()).isEqualTo(AT.plusSeconds(1));
        assertThat(journal.headsIn()).isOne();
    }

    @Test
    void aTicketForTwoLetsInOneAfterTheOther() {
        DoorJournal journal = journal();

        assertThat(journal.admit(entry(1, 1, 1, 2)).standing().heads()).isOne();
        assertThat(journal.admit(entry(2, 1, 2, 2))).isInstanceOf(Ruling.Full.class);
        assertThat(journal.admit(entry(3, 1, 1, 2)).standing().heads()).isEqualTo(2);
        assertThat(journal.admit(entry(4, 1, 1, 2))).isInstanceOf(Ruling.Full.class);
    }

    @Test
    void theSameNonceIsTheSameAdmission() {
        DoorJournal journal = journal();
        journal.admit(entry(1, 1, 1, 2));

        assertThat(journal.admit(entry(1, 1, 1, 2))).isInstanceOf(Ruling.Repeated.class);
        assertThat(journal.headsIn()).isOne();
    }

    @Test
    void whatIsTakenBackLetsInAgain() {
        DoorJournal journal = journal();
        journal.admit(entry(1, 1, 1, 1));

        assertThat(journal.undo(new UUID(0, 1), AT)).isTrue();
        assertThat(journal.undo(new UUID(0, 1), AT)).as("a second time").isFalse();
        assertThat(journal.undo(new UUID(0, 9), AT)).as("never in").isFalse();

        assertThat(journal.headsIn()).isZero();
        assertThat(journal.isIn(new UUID(0, 1))).isFalse();
        assertThat(journal.admit(entry(1, 1, 1, 1)))
                .isInstanceOfSatisfying(
                        Ruling.Repeated.class,
                        repeated -> assertThat(repeated.undone()).isTrue());
        assertThat(journal.admit(entry(2, 1, 1, 1))).isInstanceOf(Ruling.In.class);
    }

    @Test
    void keepsTheLastListOfEachSource() {
        DoorJournal journal = journal();
        assertThat(journal.kept("pass Culture")).isEmpty();
        byte[] large = new byte[300_000];
        Arrays.fill(large, (byte) 0xE9);

        journal.keep("pass Culture", new KeptList(AT, new byte[] {1}));
        journal.keep("vendor", new KeptList(AT, new byte[] {2}));
        journal.keep("pass Culture", new KeptList(AT.plusSeconds(60), large));

        KeptList list = journal.kept("pass Culture").orElseThrow();
        assertThat(list.readAt()).isEqualTo(AT.plusSeconds(60));
        assertThat(list.sealed()).isEqualTo(large);
        assertThat(journal.kept("vendor").orElseThrow().sealed()).containsExactly(2);
    }

    @Test
    void whoClaimsATicketLearnsHowItStands() {
        DoorJournal journal = journal();
        journal.admit(entry(1, 1, 1, 1));
        UUID me = new UUID(5, 5);

        assertThat(journal.claim(new TicketKey(7, 1), me, AT, AT.plusSeconds(60))
                        .map(Standing::mark))
                .contains(Mark.TO_SEND);
        assertThat(journal.claim(new TicketKey(7, 9), me, AT, AT.plusSeconds(60)))
                .as("nobody is in with it")
                .isEmpty();
        journal.release(new TicketKey(7, 1), me);
    }

    @Test
    void marksSayWhatIsLeftToBeSent() {
        DoorJournal journal = journal();
        journal.admit(entry(1, 1, 1, 1));
        journal.admit(entry(2, 2, 1, 1));
        journal.admit(entry(3, 3, 1, 1));
        TicketKey used = new TicketKey(7, 2);

        journal.mark(new TicketKey(7, 1), Mark.SENDING, OptionalLong.of(41));
        journal.mark(used, Mark.USED, OptionalLong.of(42));
        journal.mark(new TicketKey(7, 3), Mark.REFUSED, OptionalLong.empty());

        assertThat(journal.unsettled())
                .extracting(standing -> standing.last().ticket(), Standing::mark, Standing::reference)
                .containsExactly(tuple(new TicketKey(7, 1), Mark.SENDING, OptionalLong.of(41)));
        journal.undo(new UUID(0, 2), AT);
        assertThat(journal.unsettled()).extracting(Standing::mark).containsExactly(Mark.SENDING, Mark.USED);
        journal.mark(used, Mark.TO_SEND, OptionalLong.empty());
        assertThat(journal.unsettled()).hasSize(1);
        assertThat(journal.find(used).orElseThrow().reference()).isEqualTo(OptionalLong.of(42));
    }

    @Test
    void theFirstWhoAsksDecidesTheEvening() {
        DoorJournal journal = journal();
        Evening first = new Evening(new byte[16], new byte[8]);

        journal.evening(first);

        assertThat(journal.evening(new Evening("0123456789abcdef".getBytes(StandardCharsets.US_ASCII), new byte[8]))
                        .salt())
                .isEqualTo(first.salt());
    }

    @Test
    void ofManyWhoScanTheLastPlaceAtOnceOneComesIn() throws Exception {
        DoorJournal journal = journal();
        ExecutorService doors = Executors.newFixedThreadPool(8);
        try {
            for (int ticket = 0; ticket < 20; ticket++) {
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Ruling>> rulings = new ArrayList<>();
                for (int door = 0; door < 8; door++) {
                    Entry entry = entry(ticket * 10L + door, ticket, 1, 2);
                    rulings.add(doors.submit(() -> {
                        start.await();
                        return journal.admit(entry);
                    }));
                }
                start.countDown();
                int in = 0;
                for (Future<Ruling> ruling : rulings) {
                    in += ruling.get() instanceof Ruling.In ? 1 : 0;
                }
                assertThat(in).isEqualTo(2);
            }
        } finally {
            doors.shutdownNow();
        }
        assertThat(journal.headsIn()).isEqualTo(40);
    }
}
