package fr.passerelle.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.passerelle.door.DoorJournal.Evening;
import fr.passerelle.door.DoorJournal.Mark;
import fr.passerelle.door.DoorJournal.Ruling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDoorJournalTest extends DoorJournalContract {

    private static final Evening EVENING = new Evening(new byte[16], new byte[8]);
    /** Bytes of the record of the evening. */
    private static final int BEGINNING = 33;

    @TempDir
    Path folder;

    private Path file;
    private DoorJournal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("evening.door");
        journal = DoorJournal.file(file);
        journal.evening(EVENING);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Override
    protected DoorJournal journal() {
        return journal;
    }

    private DoorJournal reopened() {
        journal.close();
        journal = DoorJournal.file(file);
        return journal;
    }

    @Test
    void isAsItWasAfterARestart() {
        journal.admit(entry(1, 1, 1, 2));
        journal.admit(entry(2, 1, 1, 2));
        journal.undo(new UUID(0, 2), AT);
        journal.admit(entry(3, 3, 1, 1));
        journal.mark(new TicketKey(7, 3), Mark.USED, OptionalLong.of(99));

        DoorJournal after = reopened();

        assertThat(after.headsIn()).isEqualTo(2);
        assertThat(after.isIn(new UUID(0, 2))).isFalse();
        assertThat(after.find(new TicketKey(7, 1)).orElseThrow().heads()).isOne();
        assertThat(after.find(new TicketKey(7, 3)).orElseThrow().reference()).isEqualTo(OptionalLong.of(99));
        assertThat(after.find(new UUID(0, 1)).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(entry(1, 1, 1, 2));
    }

    /** Cut anywhere, it holds what was whole, takes what comes after, and holds that too. */
    @Test
    void survivesACutAtEveryByte() throws IOException {
        List<Long> lengths = new ArrayList<>(List.of(Files.size(file)));
        for (int i = 1; i <= 6; i++) {
            journal.admit(entry(i, i, 1, 1));
            lengths.add(Files.size(file));
        }
        journal.close();
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            int cut = length;
            int in = (int) lengths.stream().skip(1).filter(end -> end <= cut).count();
            DoorJournal after = DoorJournal.file(file);
            after.evening(EVENING);
            assertThat(after.headsIn()).as("cut at " + length).isEqualTo(in);
            assertThat(after.admit(entry(77, 77, 1, 1))).isInstanceOf(Ruling.In.class);
            after.close();
            DoorJournal later = DoorJournal.file(file);
            assertThat(later.headsIn())
                    .as("cut at " + length + ", then one more")
                    .isEqualTo(in + 1);
            later.close();
        }
    }

    /** A disk that was cut off in the middle of a group may keep its end and lose its beginning. */
    @Test
    void aDamagedStretchCostsNoMoreThanItself() throws IOException {
        for (int i = 1; i <= 20; i++) {
            journal.admit(entry(i, i, 1, 1));
        }
        journal.close();
        byte[] whole = Files.readAllBytes(file);
        int record = (whole.length - BEGINNING) / 20;
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            byte[] damaged = whole.clone();
            int from = 37 + random.nextInt(whole.length - BEGINNING);
            int to = Math.min(whole.length, from + 1 + random.nextInt(2 * record));
            for (int i = from; i < to; i++) {
                damaged[i] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            DoorJournal after = DoorJournal.file(file);
            assertThat(after.headsIn()).isBetween(20 - (to - from) / record - 2, 20);
            after.close();
        }
    }

    @Test
    void isNotOpenedTwice() {
        assertThatThrownBy(() -> DoorJournal.file(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot be opened");
    }

    /** Who is refused in this process must not open it to another: most systems drop all locks of a process at once. */
    @Test
    void whoIsRefusedHereOpensItToNoOtherProcess() throws Exception {
        assertThatThrownBy(() -> DoorJournal.file(file)).isInstanceOf(JournalException.class);

        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherProcess.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(told).contains("another door has it");
        assertThat(other.waitFor()).isEqualTo(1);
    }

    /** Opens a journal. */
    static final class AnotherProcess {

        private AnotherProcess() {}

        public static void main(String[] arguments) {
            DoorJournal.file(Path.of(arguments[0])).close();
        }
    }

    @Test
    void isNoOtherFile() throws IOException {
        Path letter = folder.resolve("letter.txt");
        Files.writeString(letter, "Dear Sir");
        Path picture = folder.resolve("picture");
        Files.write(picture, new byte[4000]);

        assertThatThrownBy(() -> DoorJournal.file(letter)).hasMessageContaining("no journal of a door");
        assertThatThrownBy(() -> DoorJournal.file(picture)).hasMessageContaining("no journal of a door");
        assertThat(letter).hasContent("Dear Sir");
    }

    @Test
    void whoIsInterruptedIsWrittenDownAllTheSame() {
        Thread.currentThread().interrupt();

        assertThat(journal.admit(entry(1, 1, 1, 1))).isInstanceOf(Ruling.In.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(journal.admit(entry(2, 2, 1, 1))).as("the next one").isInstanceOf(Ruling.In.class);
    }

    @Test
    void aFullDiskLetsNobodyIn() throws IOException {
        FailingDisk disk = new FailingDisk();
        DoorJournal onIt = new FileDoorJournal(disk, "full");
        onIt.evening(EVENING);
        onIt.admit(entry(1, 1, 1, 2));
        disk.room = 10;

        assertThatThrownBy(() -> onIt.admit(entry(2, 1, 1, 2))).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> onIt.undo(new UUID(0, 1), AT)).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> onIt.mark(new TicketKey(7, 1), Mark.USED, OptionalLong.empty()))
                .isInstanceOf(JournalException.class);

        assertThat(onIt.headsIn()).isOne();
        assertThat(onIt.find(new TicketKey(7, 1)).orElseThrow().mark()).isEqualTo(Mark.TO_SEND);
        disk.room = Integer.MAX_VALUE;
        assertThat(onIt.admit(entry(2, 1, 1, 2))).as("room again").isInstanceOf(Ruling.In.class);
        assertThat(new FileDoorJournal(disk, "read").headsIn()).isEqualTo(2);
    }

    @Test
    void aDiskThatCannotForceLetsNobodyIn() throws IOException {
        FailingDisk disk = new FailingDisk();
        DoorJournal onIt = new FileDoorJournal(disk, "unsure");
        onIt.evening(EVENING);
        disk.forces = false;

        assertThatThrownBy(() -> onIt.admit(entry(1, 1, 1, 1))).isInstanceOf(JournalException.class);

        assertThat(onIt.headsIn()).isZero();
    }

    /** What is dropped after a failure is never what was promised before it, and nobody who was refused comes back. */
    @Test
    void aDiskThatFailsAndFailsAgainKeepsWhoWasLetIn() throws IOException {
        FailingDisk disk = new FailingDisk();
        DoorJournal onIt = new FileDoorJournal(disk, "failing");
        onIt.evening(EVENING);
        disk.forces = false;
        disk.truncates = false;
        assertThatThrownBy(() -> onIt.admit(entry(1, 1, 1, 1))).isInstanceOf(JournalException.class);
        disk.forces = true;
        assertThatThrownBy(() -> onIt.admit(entry(2, 2, 1, 1)))
                .as("what is left of the first is still there")
                .isInstanceOf(JournalException.class);
        disk.truncates = true;
        assertThat(onIt.admit(entry(3, 3, 1, 1))).isInstanceOf(Ruling.In.class);
        disk.room = 10;
        assertThatThrownBy(() -> onIt.admit(entry(4, 4, 1, 1))).isInstanceOf(JournalException.class);

        DoorJournal after = new FileDoorJournal(disk, "read");

        assertThat(after.isIn(new UUID(0, 3))).isTrue();
        assertThat(after.headsIn()).isOne();
    }

    @Test
    void theDeviceThatIsAlwaysFullLetsNobodyIn() {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full)).isTrue();

        assertThatThrownBy(() -> {
                    try (DoorJournal onIt = DoorJournal.file(full)) {
                        onIt.evening(EVENING);
                    }
                })
                .isInstanceOf(JournalException.class);
    }

    /** Threads that come while the disk works share its next effort. */
    @Test
    void threadsAreForcedToTheDiskTogether() throws Exception {
        FailingDisk disk = new FailingDisk();
        DoorJournal onIt = new FileDoorJournal(disk, "slow");
        onIt.evening(EVENING);
        disk.forced.set(0);
        disk.gate = new CountDownLatch(1);
        List<Thread> doors = IntStream.range(0, 16)
                .mapToObj(door -> new Thread(() -> onIt.admit(entry(door, door, 1, 1))))
                .toList();

        doors.forEach(Thread::start);
        while (!doors.stream().allMatch(door -> door.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        disk.gate.countDown();
        for (Thread door : doors) {
            door.join();
        }

        assertThat(onIt.headsIn()).isEqualTo(16);
        assertThat(disk.forced.get()).as("the first, and one for all others").isEqualTo(2);
        assertThat(new FileDoorJournal(disk, "read").headsIn()).isEqualTo(16);
    }

    /** Four scanners that scan one ticket after the other are one effort of the disk for four, not two. */
    @Test
    void scannersThatComeBackShareTheNextEffortOfTheDisk() throws Exception {
        double best = 0;
        for (int round = 0; round < 10 && best < 3; round++) { // a busy machine may let one of them come too late
            FailingDisk disk = new FailingDisk();
            DoorJournal onIt = new FileDoorJournal(disk, "slow");
            onIt.evening(EVENING);
            disk.forced.set(0);
            disk.forceNanos = 2_000_000;
            AtomicInteger next = new AtomicInteger();
            List<Thread> doors = IntStream.range(0, 4)
                    .mapToObj(door -> new Thread(() -> {
                        for (int ticket = next.incrementAndGet(); ticket <= 200; ticket = next.incrementAndGet()) {
                            onIt.admit(entry(ticket, ticket, 1, 1));
                        }
                    }))
                    .toList();
            doors.forEach(Thread::start);
            for (Thread door : doors) {
                door.join();
            }
            assertThat(onIt.headsIn()).isEqualTo(200);
            best = Math.max(best, 200.0 / disk.forced.get());
        }

        assertThat(best).as("admissions for each effort of the disk").isGreaterThanOrEqualTo(3);
    }

    /** The one who writes may run out of memory; the others would wait for ever. */
    @Test
    void whatBreaksInOneThreadIsToldToThoseWhoWaitForIt() throws Exception {
        FailingDisk disk = new FailingDisk();
        DoorJournal onIt = new FileDoorJournal(disk, "breaking");
        onIt.evening(EVENING);
        disk.gate = new CountDownLatch(1);
        disk.breaks = new OutOfMemoryError("as a test says");
        List<Throwable> told = Collections.synchronizedList(new ArrayList<>());
        List<Thread> doors = IntStream.rangeClosed(1, 3)
                .mapToObj(ticket -> new Thread(() -> {
                    try {
                        onIt.admit(entry(ticket, ticket, 1, 1));
                    } catch (JournalException notWritten) {
                        told.add(notWritten);
                    }
                }))
                .toList();
        doors.forEach(Thread::start);
        for (Thread door : doors) {
            while (door.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }

        disk.gate.countDown();

        for (Thread door : doors) {
            door.join(60_000);
            assertThat(door.isAlive()).isFalse();
        }
        assertThat(told).hasSize(3).allSatisfy(each -> assertThat(each).hasRootCauseInstanceOf(OutOfMemoryError.class));
        disk.breaks = null;
        assertThat(onIt.admit(entry(4, 4, 1, 1))).isInstanceOf(Ruling.In.class);
        assertThat(onIt.headsIn()).isEqualTo(1);
    }

    @Test
    void whoLooksForAScanWaitsForTheDiskToo() throws Exception {
        FailingDisk disk = new FailingDisk();
        DoorJournal onIt = new FileDoorJournal(disk, "failing");
        onIt.evening(EVENING);
        disk.gate = new CountDownLatch(1);
        disk.forces = false;
        List<Boolean> found = Collections.synchronizedList(new ArrayList<>());
        Thread scan = new Thread(() -> {
            try {
                onIt.admit(entry(1, 1, 1, 1));
            } catch (JournalException notWritten) {
                found.add(false);
            }
        });
        Thread look = new Thread(() -> {
            try {
                found.add(onIt.find(new UUID(0, 1)).isPresent());
            } catch (JournalException notWritten) {
                found.add(false);
            }
        });

        for (Thread thread : List.of(scan, look)) {
            thread.start();
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        disk.gate.countDown();
        scan.join();
        look.join();

        assertThat(found).containsExactly(false, false);
    }

    /** Nobody is told that they are in before the disk has it. */
    @Test
    void aRepeatedScanWaitsForTheFirst() throws Exception {
        FailingDisk disk = new FailingDisk();
        DoorJournal onIt = new FileDoorJournal(disk, "failing");
        onIt.evening(EVENING);
        disk.gate = new CountDownLatch(1);
        disk.forces = false;
        List<Exception> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> scans = IntStream.range(0, 2)
                .mapToObj(scan -> new Thread(() -> {
                    try {
                        onIt.admit(entry(1, 1, 1, 1));
                    } catch (JournalException failed) {
                        failures.add(failed);
                    }
                }))
                .toList();

        scans.forEach(Thread::start);
        while (!scans.stream().allMatch(scan -> scan.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        disk.gate.countDown();
        for (Thread scan : scans) {
            scan.join();
        }

        assertThat(failures).hasSize(2);
        assertThat(onIt.headsIn()).isZero();
    }
}
