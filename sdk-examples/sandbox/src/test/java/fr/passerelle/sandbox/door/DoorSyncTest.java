package fr.passerelle.sandbox.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.door.Conflict;
import fr.passerelle.door.Door;
import fr.passerelle.door.DoorJournal;
import fr.passerelle.door.DoorSyncReport;
import fr.passerelle.door.Scan;
import fr.passerelle.door.ScanResult;
import fr.passerelle.door.Settlement;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.sandbox.door.Evening.Guest;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was admitted reaches the programme, once, whatever the network does. */
class DoorSyncTest {

    private static final String USE = "/public/bookings/v1/use";
    private static final String BOOKINGS = "/public/bookings/v1/bookings";

    @TempDir
    Path folder;

    private final Evening evening = new Evening();

    @AfterEach
    void close() {
        evening.close();
    }

    private List<Guest> guests(int count) {
        List<Guest> guests =
                IntStream.range(0, count).mapToObj(i -> evening.books(1)).toList();
        evening.begins();
        return guests;
    }

    private void scanAll(Door door, List<Guest> guests) {
        guests.forEach(
                guest -> assertThat(door.scan(guest.countermark()).admitted()).isTrue());
    }

    private void assertAllUsed(List<Guest> guests) {
        assertThat(guests).allSatisfy(guest -> assertThat(evening.status(guest)).isEqualTo("USED"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aNetworkThatIsCutInTheMiddleIsGoneOnFrom(boolean processed) {
        List<Guest> guests = guests(5);
        try (Door door = evening.door(folder.resolve("a"))) {
            scanAll(door, guests);
            Effect cut = processed ? new Effect.DropAfter() : new Effect.DropBefore();
            evening.strike(new Fault("PATCH", USE, null, null, 2, cut));

            DoorSyncReport interrupted = door.sync();

            assertThat(interrupted.used()).isEqualTo(2);
            assertThat(interrupted.pending()).isEqualTo(3);
            assertThat(interrupted.interruptedBy()).isPresent();
            evening.mendTheNetwork();
            DoorSyncReport rest = door.sync();
            assertThat(rest.used()).isEqualTo(3);
            assertThat(rest.conflicts()).as("nobody else used them").isEmpty();
            assertThat(rest.afterDoubt()).isEqualTo(processed ? 3 : 0);
            assertAllUsed(guests);
        }
    }

    @Test
    void aResponseThatIsLostOnceIsSettledAtOnce() {
        List<Guest> guests = guests(1);
        try (Door door = evening.door(folder.resolve("a"))) {
            scanAll(door, guests);
            evening.strike(Fault.next(new Effect.DropAfter()).on("PATCH", USE));

            DoorSyncReport report = door.sync();

            assertThat(report.used()).isOne();
            assertThat(report.afterDoubt()).isOne();
            assertThat(report.conflicts()).isEmpty();
        }
    }

    /** The door was killed after a use was sent and before its journal heard of the response. */
    @Test
    void aCrashBetweenUseAndJournalIsNoConflict() {
        List<Guest> guests = guests(3);
        Path file = folder.resolve("a");
        try (Door door = evening.door(file)) {
            scanAll(door, guests);
            evening.strike(new Fault("PATCH", USE, null, null, 0, new Effect.DropAfter()));
            door.sync();
        }
        evening.mendTheNetwork();
        try (Door after = evening.builder(file).build()) { // it has not even read a list
            DoorSyncReport report = after.sync();

            assertThat(report.used()).isEqualTo(3);
            assertThat(report.conflicts()).isEmpty();
            assertAllUsed(guests);
        }
    }

    @Test
    void aDoorThatWasKilledSendsWhatItsJournalHolds() {
        List<Guest> guests = guests(4);
        Path file = folder.resolve("a");
        try (Door door = evening.door(file)) {
            scanAll(door, guests);
        }
        try (Door after = evening.builder(file).build()) {
            assertThat(after.headsIn()).isEqualTo(4);
            assertThat(after.scan(guests.get(0).countermark()).result())
                    .as("without any list")
                    .isEqualTo(ScanResult.ALREADY_IN);

            assertThat(after.sync().used()).isEqualTo(4);
        }
        assertAllUsed(guests);
    }

    @Test
    void twoDoorsWithJournalsOfTheirOwnTellItAfter() {
        Guest guest = guests(1).get(0);
        try (Door north = evening.door(folder.resolve("north"));
                Door south = evening.door(folder.resolve("south"))) {
            assertThat(north.scan(guest.countermark()).admitted()).isTrue();
            assertThat(south.scan(guest.countermark()).admitted()).isTrue();

            assertThat(north.sync().conflicts()).isEmpty();
            assertThat(south.sync().conflicts())
                    .extracting(Conflict::settlement)
                    .containsExactly(Settlement.USED_ELSEWHERE);
        }
    }

    @Test
    void twoDoorsOnOneJournalLetInOnce() {
        Guest guest = guests(1).get(0);
        DoorJournal journal = DoorJournal.file(folder.resolve("shared"));
        Door north = evening.builder(journal).name("north").build();
        Door south = evening.builder(journal).name("south").build();
        north.refresh();
        south.refresh();

        north.scan(guest.countermark());
        Scan second = south.scan(guest.countermark());

        assertThat(second.result()).isEqualTo(ScanResult.ALREADY_IN);
        assertThat(second.door()).contains("north");
        assertThat(south.sync().used()).isOne();
        assertThat(north.sync().used()).isZero();
        journal.close();
    }

    @Test
    void whatSomebodyElseUsedMeanwhileIsAConflict() {
        List<Guest> guests = guests(2);
        try (Door door = evening.door(folder.resolve("a"))) {
            scanAll(door, guests);
            evening.client.bookings().use(Countermark.of(guests.get(0).countermark()));

            DoorSyncReport report = door.sync();

            assertThat(report.used()).isOne();
            assertThat(report.conflicts())
                    .extracting(
                            Conflict::settlement,
                            conflict -> conflict.reference().getAsLong())
                    .containsExactly(
                            tuple(Settlement.USED_ELSEWHERE, guests.get(0).booking()));
        }
    }

    /** What fails for one booking alone holds up no other. */
    @Test
    void oneThatFailsHoldsUpNoOther() {
        List<Guest> guests = guests(4);
        try (Door door = evening.door(folder.resolve("a"))) {
            scanAll(door, guests);
            evening.strike(new Fault(
                    "PATCH", USE + "/token/" + guests.get(0).countermark(), null, null, 0, new Effect.Status(500)));

            DoorSyncReport report = door.sync();

            assertThat(report.used()).isEqualTo(3);
            assertThat(report.pending()).isOne();
        }
    }

    /** Nor do as many as a run takes for a network that is gone. */
    @Test
    void threeThatFailHoldUpTheOthersOnce() {
        List<Guest> guests = guests(5);
        DoorJournal journal = DoorJournal.file(folder.resolve("a"));
        try (Door early = evening.builder(journal)
                        .clock(Clock.fixed(Evening.TONIGHT.minusSeconds(60), ZoneOffset.UTC))
                        .build();
                Door door = evening.builder(journal).build()) {
            early.refresh();
            door.refresh();
            scanAll(early, guests.subList(0, 3));
            scanAll(door, guests.subList(3, 5));
            guests.subList(0, 3)
                    .forEach(guest -> evening.strike(new Fault(
                            "PATCH", USE + "/token/" + guest.countermark(), null, null, 0, new Effect.Status(500))));

            door.sync();
            door.sync();

            assertAllUsed(guests.subList(3, 5));
            assertThat(door.pending()).isEqualTo(3);
        }
    }

    /** The response of a use is lost, the next try says that it is used, and then the list cannot be read. */
    @ParameterizedTest
    @ValueSource(ints = {429, 500})
    void aDoubtLastsUntilTheBookingIsSeen(int status) {
        List<Guest> guests = guests(1);
        try (Door door = evening.door(folder.resolve("a"))) {
            scanAll(door, guests);
            evening.strike(Fault.next(new Effect.DropAfter()).on("PATCH", USE));
            evening.strike(new Fault("GET", BOOKINGS, null, null, 0, new Effect.Status(status)));
            assertThat(door.sync().pending()).isOne();
            evening.mendTheNetwork();

            DoorSyncReport report = door.sync();

            assertThat(report.conflicts()).as("nobody else used it").isEmpty();
            assertThat(report.afterDoubt()).isOne();
        }
    }

    /** That the booking could not be looked at makes no use of this door out of another's. */
    @ParameterizedTest
    @ValueSource(ints = {429, 500})
    void whatSomebodyElseUsedIsNoDoubtOfOurs(int status) {
        List<Guest> guests = guests(1);
        try (Door door = evening.door(folder.resolve("a"))) {
            scanAll(door, guests);
            evening.client.bookings().use(Countermark.of(guests.get(0).countermark()));
            evening.strike(new Fault("GET", BOOKINGS, null, null, 0, new Effect.Status(status)));
            assertThat(door.sync().pending()).isOne();
            evening.mendTheNetwork();

            assertThat(door.sync().conflicts())
                    .extracting(Conflict::settlement)
                    .containsExactly(Settlement.USED_ELSEWHERE);
        }
    }

    /**
     * Another process syncs at the worst moments: after this one has asked what is to be sent, or says that it sends.
     */
    @ParameterizedTest
    @ValueSource(strings = {"unsettled", "mark"})
    void twoDoorsOnOneJournalThatSendAtOnceAreNoConflict(String moment) {
        List<Guest> guests = guests(3);
        DoorJournal journal = DoorJournal.file(folder.resolve("shared"));
        Door south = evening.builder(journal).name("south").build();
        south.refresh();
        scanAll(south, guests);
        List<DoorSyncReport> told = new ArrayList<>();
        DoorJournal disturbed = after(journal, moment, () -> told.add(south.sync()));
        Door north = evening.builder(disturbed).name("north").build();
        north.refresh();

        told.add(north.sync());

        assertThat(told).flatExtracting(DoorSyncReport::conflicts).isEmpty();
        assertThat(told.stream().mapToInt(DoorSyncReport::used).sum()).isEqualTo(3);
        assertThat(journal.unsettled()).isEmpty();
        assertAllUsed(guests);
        journal.close();
    }

    /** The same journal, with something that happens once after a call of it. */
    private static DoorJournal after(DoorJournal journal, String call, Runnable once) {
        AtomicBoolean done = new AtomicBoolean();
        return (DoorJournal) Proxy.newProxyInstance(
                DoorSyncTest.class.getClassLoader(), new Class<?>[] {DoorJournal.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(journal, arguments);
                    if (method.getName().equals(call) && done.compareAndSet(false, true)) {
                        once.run();
                    }
                    return result;
                });
    }

    /** A full disk in the middle of it, say. */
    @Test
    void aConflictIsToldEvenIfTheJournalFailsAfterIt() {
        List<Guest> guests = guests(2);
        DoorJournal journal = DoorJournal.file(folder.resolve("a"));
        AtomicInteger marks = new AtomicInteger();
        DoorJournal failing = (DoorJournal) Proxy.newProxyInstance(
                DoorSyncTest.class.getClassLoader(), new Class<?>[] {DoorJournal.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("mark") && marks.incrementAndGet() == 3) {
                        throw new IllegalStateException("no room");
                    }
                    return method.invoke(journal, arguments);
                });
        Door door = evening.builder(failing).build();
        door.refresh();
        scanAll(door, guests);
        guests.forEach(guest -> evening.client.bookings().use(Countermark.of(guest.countermark())));

        assertThatThrownBy(door::sync).hasMessage("no room");

        assertThat(door.sync().conflicts())
                .extracting(Conflict::settlement)
                .containsExactly(Settlement.USED_ELSEWHERE, Settlement.USED_ELSEWHERE);
        journal.close();
    }

    @Test
    void anUndoIsNotLostWithItsResponse() {
        Guest guest = guests(1).get(0);
        try (Door door = evening.door(folder.resolve("a"))) {
            Scan scan = door.scan(guest.countermark());
            door.sync();
            door.undo(scan.nonce());
            evening.strike(new Fault("PATCH", "/public/bookings/v1/keep", null, null, 0, new Effect.DropAfter()));
            assertThat(door.sync().pending()).isOne();
            evening.mendTheNetwork();

            assertThat(door.sync().kept()).isOne();
            assertThat(evening.status(guest)).isEqualTo("CONFIRMED");
        }
    }

    @Test
    void theListTakesAFiftiethOfTheCallsAndOne() {
        guests(120);
        evening.calls();
        try (Door door = evening.builder(folder.resolve("a")).build()) {
            door.refresh();
        }

        assertThat(evening.calls())
                .as("two dates in one call, 120 bookings in three")
                .hasSize(1 + 120 / 50 + 1);
    }

    @Test
    void nothingOfACodeStandsInTheJournal() throws Exception {
        List<Guest> guests = guests(3);
        Path file = folder.resolve("a");
        try (Door door = evening.door(file)) {
            scanAll(door, guests);
            door.admitByStaff("AAAAA2", UUID.randomUUID(), 1);
            door.sync();
        }
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(guests).allSatisfy(guest -> assertThat(content).doesNotContain(guest.countermark()));
        assertThat(content).doesNotContain("AAAAA2");
    }
}
