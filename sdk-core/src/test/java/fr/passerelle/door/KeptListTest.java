package fr.passerelle.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.door.VendorTickets.VendorTicket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A box office is restarted while its network is gone: the list is there, and says how old it is. */
class KeptListTest {

    private static final Instant READ = Instant.parse("2026-03-12T18:55:00Z");
    private static final byte[] SECRET = "a secret of thirty-two bytes, or".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final List<VendorTicket> tickets = new ArrayList<>(List.of(
            VendorTicket.tonight("DESK-1"), VendorTicket.tonight("DESK-2").cancelled()));
    private boolean network = true;
    private Path journal;

    @BeforeEach
    void refreshed() {
        journal = folder.resolve("tonight.door");
        try (Door door = door(READ)) {
            door.refresh();
        }
        network = false;
    }

    private Door door(Instant now) {
        return Door.builder()
                .journal(DoorJournal.file(journal))
                .secret(SECRET)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .nanoTime(() -> 0)
                .source(VendorTickets.of(() -> {
                    if (!network) {
                        throw new IllegalStateException("no network");
                    }
                    return tickets;
                }))
                .build();
    }

    private Path list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".list"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void isThereAfterARestartWithoutANetwork() {
        try (Door door = door(READ.plusSeconds(1200))) {
            assertThatThrownBy(door::refresh).hasMessage("no network");

            assertThat(door.scan("DESK-1").admitted()).isTrue();
            assertThat(door.scan("DESK-2").result()).isEqualTo(ScanResult.CANCELLED);
            assertThat(door.scan("DESK-3").result()).isEqualTo(ScanResult.UNKNOWN);
            assertThat(door.expected()).isOne();
            assertThat(door.listAge()).contains(Duration.ofMinutes(20));
            assertThat(door.listReadAt()).contains(READ);
        }
    }

    @Test
    void isReplacedOnceThereIsANetwork() {
        network = true;
        tickets.set(0, tickets.get(0).cancelled());
        try (Door door = door(READ.plusSeconds(1200))) {
            assertThat(door.refresh())
                    .as("compared with the one of before")
                    .isEqualTo(new RefreshReport(2, 0, 1, 0, 0));
            assertThat(door.scan("DESK-1").result()).isEqualTo(ScanResult.CANCELLED);
            assertThat(door.listAge()).contains(Duration.ZERO);
        }
        network = false;
        try (Door door = door(READ.plusSeconds(1260))) {
            assertThat(door.scan("DESK-1").result()).isEqualTo(ScanResult.CANCELLED);
            assertThat(door.listAge()).contains(Duration.ofMinutes(1));
        }
    }

    @Test
    void ofTwoDoorsOnOneJournalTheOneThatHasReadLastIsTheOneWhoseListStays() {
        Instant[] now = {READ.plusSeconds(60)};
        Runnable[] meanwhile = {() -> {}};
        try (DoorJournal shared = DoorJournal.file(journal)) {
            Door slow = sharing(shared, now, () -> {
                List<VendorTicket> early = List.copyOf(tickets);
                meanwhile[0].run();
                return early;
            });
            Door quick = sharing(shared, now, () -> tickets);
            meanwhile[0] = () -> {
                now[0] = READ.plusSeconds(120);
                tickets.set(0, tickets.get(0).cancelled());
                quick.refresh();
                now[0] = READ.plusSeconds(180);
            };
            slow.refresh();
        }

        try (Door door = door(READ.plusSeconds(240))) {
            assertThat(door.listReadAt()).contains(READ.plusSeconds(120));
            assertThat(door.scan("DESK-1").result()).isEqualTo(ScanResult.CANCELLED);
        }
    }

    private static Door sharing(DoorJournal journal, Instant[] now, Supplier<List<VendorTicket>> tickets) {
        return Door.builder()
                .journal(journal)
                .secret(SECRET)
                .clock(((InstantSource) () -> now[0]).withZone(ZoneOffset.UTC))
                .source(VendorTickets.of(tickets))
                .build();
    }

    @Test
    void aListReadAfterTheClockWasSetBackReplacesTheOneOfBefore() {
        network = true;
        tickets.set(0, tickets.get(0).cancelled());
        try (Door door = door(READ.minusSeconds(3600))) {
            door.refresh();
        }
        network = false;

        try (Door door = door(READ.minusSeconds(3540))) {
            assertThat(door.listAge()).contains(Duration.ofMinutes(1));
            assertThat(door.scan("DESK-1").result()).isEqualTo(ScanResult.CANCELLED);
        }
    }

    @Test
    void hasNoAgeIfTheClockWasSetBack() {
        try (Door door = door(READ.minusSeconds(1))) {
            assertThat(door.listAge()).isEmpty();
            assertThat(door.scan("DESK-1").listAge()).isEmpty();
            assertThat(door.listReadAt()).as("what can be told").contains(READ);
            assertThat(door.expected()).isOne();
        }
    }

    /** What is cut or changed anywhere counts as absent: a person decides. */
    @Test
    void countsAsAbsentIfOneByteIsMissingOrAnother() throws IOException {
        Path list = list();
        byte[] whole = Files.readAllBytes(list);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            for (byte[] damaged : List.of(Arrays.copyOf(whole, at), changed)) {
                Files.write(list, damaged);
                try (Door door = door(READ.plusSeconds(60))) {
                    assertThat(door.listAge()).as("damaged at %d", at).isEmpty();
                    assertThat(door.scan("DESK-1").result())
                            .as("damaged at %d", at)
                            .isEqualTo(ScanResult.ASK_STAFF);
                }
            }
        }
    }

    /** A crash in the middle of a refresh leaves what it was writing beside the list, cut at any byte. */
    @Test
    void isTheOldOneIfACrashCutTheNewOne() throws IOException {
        Path list = list();
        Path beside = list.resolveSibling(list.getFileName() + ".new");
        byte[] next = new byte[40];
        for (int length = 0; length <= next.length; length++) {
            Files.write(beside, Arrays.copyOf(next, length));
            try (Door door = door(READ.plusSeconds(60))) {
                assertThat(door.listAge()).contains(Duration.ofMinutes(1));
            }
        }
        network = true;
        try (Door door = door(READ.plusSeconds(60))) {
            door.refresh();
        }
        assertThat(beside).as("what the crash left").doesNotExist();
        network = false;
        try (Door door = door(READ.plusSeconds(120))) {
            assertThat(door.listAge()).contains(Duration.ofMinutes(1));
        }
    }

    /** The list in memory is the new one all the same; after a restart the one before counts, with its age. */
    @Test
    void thatCannotBeWrittenKeepsNobodyFromComingIn() throws IOException {
        Path blocked = Files.createDirectories(list().resolveSibling(list().getFileName() + ".new"));
        Files.createFile(blocked.resolve("in the way"));
        network = true;
        tickets.add(VendorTicket.tonight("DESK-9"));
        try (Door door = door(READ.plusSeconds(60))) {
            assertThat(door.refresh().added()).isOne();
            assertThat(door.listAge()).contains(Duration.ZERO);
            assertThat(door.scan("DESK-9").admitted()).isTrue();
        }
        network = false;
        try (Door door = door(READ.plusSeconds(120))) {
            assertThat(door.listAge()).contains(Duration.ofMinutes(2));
            assertThat(door.scan("DESK-1").admitted()).isTrue();
        }
    }

    @Test
    void aFullDiskKeepsTheListBefore() throws IOException {
        FailingDisk disk = new FailingDisk();
        DoorJournal onIt = new FileDoorJournal(disk, "full");
        network = true;
        Door.Builder builder = Door.builder()
                .journal(onIt)
                .secret(SECRET)
                .clock(Clock.fixed(READ, ZoneOffset.UTC))
                .source(VendorTickets.of(() -> tickets));
        builder.build().refresh();
        List<byte[]> before = List.copyOf(disk.beside.values());
        disk.room = 10;

        assertThat(builder.build().refresh().listed()).isEqualTo(2);

        assertThat(List.copyOf(disk.beside.values())).isEqualTo(before);
    }

    @Test
    void isNotBelievedBySomebodyWithAnotherJournal() throws IOException {
        byte[] stolen = Files.readAllBytes(list());
        Path name = list().getFileName();
        journal = folder.resolve("another").resolve("tonight.door");
        Files.createDirectories(journal.getParent());
        Files.write(journal.resolveSibling(name), stolen);

        try (Door door = door(READ.plusSeconds(60))) {
            assertThat(door.listAge()).isEmpty();
        }
    }

    @Test
    void holdsNoBarcode() throws IOException {
        assertThat(new String(Files.readAllBytes(list()), StandardCharsets.ISO_8859_1))
                .doesNotContain("DESK");
    }

    @Test
    void canBeReadByItsOwnerOnly() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "a system with permissions of POSIX");
        for (Path file : List.of(journal, list())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(String.valueOf(file.getFileName()))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void leavesTheJournalThePermissionsThatItHas() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "a system with permissions of POSIX");
        Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-r-----"));
        door(READ).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)))
                .isEqualTo("rw-r-----");
    }
}
