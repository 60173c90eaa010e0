package fr.passerelle.sandbox.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.door.Conflict;
import fr.passerelle.door.Door;
import fr.passerelle.door.DoorJournal;
import fr.passerelle.door.DoorPolicy;
import fr.passerelle.door.DoorSyncReport;
import fr.passerelle.door.PassCultureDoor;
import fr.passerelle.door.RefreshReport;
import fr.passerelle.door.Scan;
import fr.passerelle.door.ScanResult;
import fr.passerelle.door.Settlement;
import fr.passerelle.error.CallException;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.sandbox.door.Evening.Guest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A door before a programme, with its network and without. */
class DoorTest {

    @TempDir
    Path folder;

    private final Evening evening = new Evening();

    @AfterEach
    void close() {
        evening.close();
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void asksOnceAndThenKnows() {
        Guest guest = evening.books(1);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            evening.calls();

            Scan first = door.scan(guest.countermark());
            Scan second = door.scan(guest.countermark());

            assertThat(first.admitted()).isTrue();
            assertThat(first.basis()).contains(DoorJournal.Basis.ASKED);
            assertThat(second.result()).isEqualTo(ScanResult.ALREADY_IN);
            assertThat(second.when()).contains(Evening.TONIGHT);
            assertThat(second.door()).contains("1");
            assertThat(evening.calls()).as("one question").hasSize(1);
        }
    }

    @Test
    void theProgrammeHearsOfItWithTheSync() {
        Guest guest = evening.books(1);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            door.scan(guest.countermark());
            assertThat(evening.status(guest)).isEqualTo("CONFIRMED");
            assertThat(door.pending()).isOne();

            DoorSyncReport report = door.sync();

            assertThat(report.used()).isOne();
            assertThat(report.conflicts()).isEmpty();
            assertThat(evening.status(guest)).isEqualTo("USED");
            assertThat(door.pending()).isZero();
            assertThat(door.scan(guest.countermark()).result()).isEqualTo(ScanResult.ALREADY_IN);
        }
    }

    @Test
    void aCodeThatWasAskedAboutLetsInWithoutANetwork() {
        Guest guest = evening.books(2);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            assertThat(door.scan(guest.countermark()).placesLeft()).isOne();
            evening.cutTheNetwork();

            Scan companion = door.scan("  " + guest.countermark().toLowerCase(Locale.ROOT));

            assertThat(companion.admitted()).isTrue();
            assertThat(companion.headsIn()).isEqualTo(2);
            assertThat(door.headsIn()).isEqualTo(2);
        }
    }

    /** The box office is restarted without a network: it knows what it was told before its last refresh. */
    @Test
    void theListSurvivesARestartWithoutANetwork() {
        Guest tonight = evening.books(2);
        Guest another = evening.books(evening.tomorrow, 1);
        Guest unasked = evening.books(1);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            Scan first = door.scan(tonight.countermark());
            door.scan(another.countermark());
            door.undo(first.nonce());
            door.refresh();
        }
        evening.cutTheNetwork();
        Clock later = Clock.fixed(Evening.TONIGHT.plusSeconds(600), ZoneOffset.UTC);

        try (Door door = evening.builder(file("a")).clock(later).build()) {
            assertThat(door.listAge().orElseThrow()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
            assertThat(door.expected()).isEqualTo(3);
            assertThat(door.scan(another.countermark()).result()).isEqualTo(ScanResult.NOT_TONIGHT);
            Scan pair = door.scan(tonight.countermark(), UUID.randomUUID(), 2);
            assertThat(pair.admitted()).isTrue();
            assertThat(pair.basis()).contains(DoorJournal.Basis.LIST);
            assertThat(door.scan(unasked.countermark()).result()).isEqualTo(ScanResult.ASK_STAFF);
            evening.mendTheNetwork();
            assertThat(door.refresh().added()).as("all were on the list").isZero();
            assertThat(door.sync().used()).isOne();
        }
    }

    /** A journal that is used for another event has another event's list beside it. */
    @Test
    void theListOfAnotherEventCountsAsAbsent() {
        Guest guest = evening.books(1);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            door.undo(door.scan(guest.countermark()).nonce());
            door.refresh();
        }
        evening.cutTheNetwork();
        PassCultureDoor another = PassCultureDoor.of(evening.client, evening.event + 1);

        try (Door door = Door.builder()
                .journal(DoorJournal.file(file("a")))
                .secret(Evening.SECRET)
                .source(another)
                .clock(Clock.fixed(Evening.TONIGHT, ZoneOffset.UTC))
                .build()) {
            assertThat(door.listAge()).isEmpty();
            assertThat(door.expected()).isZero();
        }
    }

    @Test
    void aCodeThatNobodyCanCheckIsTheStaffs() {
        Guest guest = evening.books(1);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            evening.cutTheNetwork();
            evening.calls();

            Scan scan = door.scan(guest.countermark());
            Scan next = door.scan(guest.countermark());

            assertThat(scan.result()).isEqualTo(ScanResult.ASK_STAFF);
            assertThat(scan.result().light()).isEqualTo(ScanResult.Light.AMBER);
            assertThat(scan.listAge()).isPresent();
            assertThat(next.result()).isEqualTo(ScanResult.ASK_STAFF);
            assertThat(door.offline()).isTrue();
            assertThat(door.unchecked()).isEqualTo(2);
            assertThat(evening.calls()).as("asked once, then alone for a while").hasSize(1);
        }
    }

    @Test
    void whatTheStaffDecidesIsWrittenDownAndSettled() {
        Guest guest = evening.books(1);
        Guest other = evening.books(evening.tomorrow, 1);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            evening.cutTheNetwork();
            assertThat(door.admitByStaff(guest.countermark(), UUID.randomUUID(), 1)
                            .admitted())
                    .isTrue();
            assertThat(door.admitByStaff(other.countermark(), UUID.randomUUID(), 1)
                            .admitted())
                    .isTrue();
            assertThat(door.admitByStaff("AAAAA2", UUID.randomUUID(), 1).admitted())
                    .isTrue();
            assertThat(door.sync().interruptedBy()).isPresent();
            assertThat(door.pending()).isEqualTo(3);
            evening.mendTheNetwork();

            DoorSyncReport report = door.sync();

            assertThat(report.used()).isOne();
            assertThat(report.conflicts())
                    .extracting(Conflict::settlement)
                    .containsExactlyInAnyOrder(Settlement.NOT_TONIGHT, Settlement.UNKNOWN);
            assertThat(evening.status(other)).as("not used up").isEqualTo("CONFIRMED");
            assertThat(report.complete()).isTrue();
        }
    }

    @Test
    void aVenueMayLetInAsManyAsAreExpected() {
        Guest one = evening.books(1);
        Guest two = evening.books(1);
        evening.begins();
        try (Door door = evening.builder(file("a")).policy(DoorPolicy.ADMIT).build()) {
            door.refresh();
            evening.cutTheNetwork();

            assertThat(door.scan(one.countermark()).basis()).contains(DoorJournal.Basis.POLICY);
            assertThat(door.scan(two.countermark()).admitted()).isTrue();
            assertThat(door.scan("AAAAA2").result()).as("the third of two").isEqualTo(ScanResult.ASK_STAFF);
        }
    }

    @Test
    void aVenueThatSearchesByNameFindsWhoIsExpected() {
        Guest guest = evening.books(2);
        evening.begins();
        Booking booking = evening.client.bookings().ofEvent(evening.event).stream()
                .findFirst()
                .orElseThrow();
        String name = String.valueOf(booking.userLastName());
        try (Door door = Door.builder()
                .journal(DoorJournal.file(file("a")))
                .secret(Evening.SECRET)
                .source(evening.source().searchByName())
                .policy(DoorPolicy.CHECK_ID)
                .clock(Clock.fixed(Evening.TONIGHT, ZoneOffset.UTC))
                .build()) {
            door.refresh();
            evening.cutTheNetwork();

            assertThat(door.scan(guest.countermark()).result()).isEqualTo(ScanResult.CHECK_ID);
            assertThat(door.search(name.toUpperCase(Locale.ROOT)))
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.reference()).isEqualTo(guest.booking());
                        assertThat(found.refusal()).isEmpty();
                        assertThat(found.toString()).doesNotContain(name);
                    });
            assertThat(door.search("nobody of that name")).isEmpty();
            assertThat(door.search(" ")).isEmpty();
        }
    }

    @Test
    void saysWhyNot() {
        Guest cancelled = evening.books(1);
        Guest other = evening.books(evening.tomorrow, 1);
        cancelled.person().cancel(cancelled.booking());
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            assertThat(door.scan(cancelled.countermark()).result()).isEqualTo(ScanResult.USED_OR_CANCELLED);
            Scan another = door.scan(other.countermark());
            assertThat(another.result()).isEqualTo(ScanResult.NOT_TONIGHT);
            assertThat(another.when()).contains(Evening.BEGINNING.plus(Duration.ofDays(2)));
            assertThat(door.scan("AAAAA2").result()).isEqualTo(ScanResult.UNKNOWN);
            assertThat(door.scan("what is this").result()).isEqualTo(ScanResult.NOT_A_CODE);
            assertThat(door.headsIn()).isZero();
        }
    }

    @Test
    void whoMayStillCancelIsTooEarly() {
        Guest early = evening.books(1);
        try (Door door = evening.door(file("a"))) { // the programme's clock stands ten days before
            assertThat(door.scan(early.countermark()).result()).isEqualTo(ScanResult.TOO_EARLY);
            assertThat(door.admitByStaff(early.countermark(), UUID.randomUUID(), 1)
                            .admitted())
                    .isTrue();
            assertThat(door.sync().pending()).as("sent again later").isOne();
            evening.begins();

            assertThat(door.sync().used()).isOne();
        }
    }

    /** What is too early by a clock that has jumped back is asked about; the programme's clock counts. */
    @Test
    void aClockThatJumpsKeepsNobodyOut() {
        Guest guest = evening.books(2);
        evening.begins();
        DoorJournal journal = DoorJournal.file(file("a"));
        try (Door door = evening.builder(journal).build()) {
            door.refresh();
            door.scan(guest.countermark());
            door.refresh(); // from here on the list knows until when the beneficiary could cancel
            PassCultureDoor source = evening.source().beginning(Evening.TONIGHT, Evening.BEGINNING.plusSeconds(1));
            Door jumped = Door.builder()
                    .journal(journal)
                    .secret(Evening.SECRET)
                    .source(source)
                    .clock(Clock.fixed(Evening.TONIGHT.minus(Duration.ofDays(10)), ZoneOffset.UTC))
                    .build();
            jumped.refresh();

            assertThat(jumped.scan(guest.countermark()).admitted()).isTrue();
            assertThat(jumped.scan(guest.countermark()).result()).isEqualTo(ScanResult.ALREADY_IN);
            assertThat(jumped.sync().used()).isOne();
        }
    }

    @Test
    void theSameNonceIsOneAdmission() {
        Guest guest = evening.books(2);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            UUID nonce = UUID.randomUUID();

            Scan scan = door.scan(guest.countermark(), nonce, 1);

            assertThat(door.scan(guest.countermark(), nonce, 1))
                    .usingRecursiveComparison()
                    .ignoringFields("listAge")
                    .isEqualTo(scan);
            assertThat(door.headsIn()).isOne();
            Guest another = evening.books(1);
            assertThatThrownBy(() -> door.scan(another.countermark(), nonce, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("nonce");
        }
    }

    @Test
    void aRepeatedScanIsInEvenIfTheBookingIsCancelledSince() {
        Guest guest = evening.books(1);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            UUID nonce = UUID.randomUUID();
            door.scan(guest.countermark(), nonce, 1);
            cancelAtTheProgramme(guest);
            door.refresh();

            assertThat(door.scan(guest.countermark(), nonce, 1).admitted()).isTrue();
            assertThat(door.scan(guest.countermark()).result()).isEqualTo(ScanResult.CANCELLED);
            assertThat(door.headsIn()).isOne();
        }
    }

    /** Deletes the date, which cancels its bookings; the beneficiary's own time for it is over. */
    private void cancelAtTheProgramme(Guest guest) {
        evening.client.events().dates(evening.event).delete(evening.date);
        assertThat(evening.status(guest)).isEqualTo("CANCELLED");
    }

    @Test
    void aBookingThatIsCancelledMeanwhileIsAConflict() {
        Guest guest = evening.books(1);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            door.scan(guest.countermark());
            cancelAtTheProgramme(guest);

            DoorSyncReport report = door.sync();

            assertThat(report.conflicts()).singleElement().satisfies(conflict -> {
                assertThat(conflict.settlement()).isEqualTo(Settlement.CANCELLED);
                assertThat(conflict.reference()).hasValue(guest.booking());
            });
            assertThat(door.sync().conflicts()).as("told once").isEmpty();
        }
    }

    @Test
    void aDateThatMovesTakesItsBookingsAlong() {
        Guest guest = evening.books(1);
        Guest early = evening.books(2);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            door.scan(early.countermark());
            evening.client
                    .events()
                    .dates(evening.event)
                    .update(
                            evening.date,
                            DatePatch.builder()
                                    .beginning(Evening.BEGINNING.plus(Duration.ofDays(3)))
                                    .build());

            RefreshReport report = door.refresh();

            assertThat(report.moved()).isEqualTo(2);
            assertThat(door.scan(early.countermark()).result())
                    .as("the companion")
                    .isEqualTo(ScanResult.NOT_TONIGHT);
            assertThat(door.scan(guest.countermark()).admitted()).isFalse();
        }
    }

    @Test
    void undoingIsToldToTheProgramme() {
        Guest guest = evening.books(1);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            Scan scan = door.scan(guest.countermark());
            door.sync();
            assertThat(door.undo(scan.nonce())).isEqualTo(Door.Undo.DONE);
            assertThat(door.undo(scan.nonce())).isEqualTo(Door.Undo.UNKNOWN);
            assertThat(door.scan(guest.countermark(), scan.nonce(), 1).result()).isEqualTo(ScanResult.TAKEN_BACK);

            DoorSyncReport report = door.sync();

            assertThat(report.kept()).isOne();
            assertThat(evening.status(guest)).isEqualTo("CONFIRMED");
            assertThat(door.scan(guest.countermark()).admitted()).isTrue();
            door.sync();
            assertThat(evening.status(guest)).isEqualTo("USED");
        }
    }

    @Test
    void oneOfTwoWhoGoesOutAgainChangesNothingAtTheProgramme() {
        Guest duo = evening.books(2);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            door.scan(duo.countermark());
            Scan companion = door.scan(duo.countermark());
            door.sync();

            door.undo(companion.nonce());

            assertThat(door.sync().kept()).isZero();
            assertThat(evening.status(duo)).isEqualTo("USED");
            assertThat(door.headsIn()).isOne();
            assertThat(door.scan(duo.countermark(), UUID.randomUUID(), 2).result())
                    .isEqualTo(ScanResult.TOO_MANY);
            assertThat(door.scan(duo.countermark()).admitted()).isTrue();
        }
    }

    @Test
    void undoingIsForMinutes() {
        Guest guest = evening.books(1);
        evening.begins();
        DoorJournal journal = DoorJournal.file(file("a"));
        try (Door door = evening.builder(journal).build()) {
            door.refresh();
            Scan scan = door.scan(guest.countermark());
            Door later = evening.builder(journal)
                    .clock(Clock.fixed(Evening.TONIGHT.plusSeconds(601), ZoneOffset.UTC))
                    .build();

            assertThat(later.undo(scan.nonce())).isEqualTo(Door.Undo.TOO_LATE);
            assertThat(door.headsIn()).isOne();
        }
    }

    @Test
    void aSecondRefreshTellsWhatHasChanged() {
        Guest one = evening.books(1);
        evening.books(1);
        evening.begins();
        try (Door door = evening.builder(file("a")).build()) {
            assertThat(door.refresh()).isEqualTo(new RefreshReport(2, 2, 0, 0, 0));
            evening.client.bookings().use(Countermark.of(one.countermark()));
            evening.books(1);

            assertThat(door.refresh()).isEqualTo(new RefreshReport(3, 1, 0, 1, 0));
        }
    }

    /** The list of a large venue takes minutes; who is at the door meanwhile does not wait for it. */
    @Test
    void whoIsScannedWhileTheListIsReadDoesNotWait() {
        Guest guest = evening.books(1);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            AtomicReference<Scan> scanned = new AtomicReference<>();
            evening.beforeCall = path -> {
                if (path.equals("/public/bookings/v1/bookings")) {
                    evening.beforeCall = other -> {};
                    scanned.set(CompletableFuture.supplyAsync(() -> door.scan(guest.countermark()))
                            .orTimeout(10, TimeUnit.SECONDS)
                            .join());
                }
            };

            door.refresh();

            assertThat(scanned.get().result()).isEqualTo(ScanResult.ADMITTED);
            evening.cutTheNetwork();
            assertThat(door.scan(guest.countermark()).result()).isEqualTo(ScanResult.ALREADY_IN);
        }
    }

    @Test
    void theListStaysIfItCannotBeReadAnew() {
        evening.books(1);
        evening.begins();
        try (Door door = evening.door(file("a"))) {
            evening.cutTheNetwork();

            assertThatThrownBy(door::refresh).isInstanceOf(CallException.class);

            assertThat(door.expected()).isOne();
            assertThat(door.listAge()).isPresent();
        }
    }
}
