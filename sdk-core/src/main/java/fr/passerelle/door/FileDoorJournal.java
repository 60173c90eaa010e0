package fr.passerelle.door;

import fr.passerelle.internal.base.Warnings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A journal in a file: everything is in memory, too, and what is written is forced to the disk in groups. A list is a
 * file beside it, the moment at which it was read before what is sealed.
 */
final class FileDoorJournal implements DoorJournal {

    private final ReentrantLock lock = new ReentrantLock();
    private final JournalState state = new JournalState();
    private final Disk disk;
    private final GroupCommit commit;
    private @Nullable Evening evening;

    /** For tests too, with disks that fail. */
    FileDoorJournal(Disk disk, String name) throws IOException {
        this.disk = disk;
        byte[] content = disk.content();
        int skipped = JournalRecords.read(content, new ToState());
        if (evening == null && !JournalRecords.mayBeABeginning(content)) {
            throw new IOException("it is no journal of a door, or damaged at its beginning");
        }
        if (skipped > 0) {
            new Warnings("fr.passerelle.door", System::nanoTime)
                    .warn(
                            name,
                            "the door's journal " + name + " holds " + skipped
                                    + " bytes that are no whole entries, cut off by a crash or damaged:"
                                    + " they are skipped");
        }
        commit = new GroupCommit(lock, disk, content.length);
    }

    static DoorJournal open(Path file) {
        Disk disk = null;
        try {
            disk = Disk.of(file);
            return new FileDoorJournal(disk, String.valueOf(file.getFileName()));
        } catch (IOException | RuntimeException notOpened) {
            JournalException failure =
                    new JournalException("the door's journal cannot be opened: " + notOpened.getMessage(), notOpened);
            close(disk, failure);
            throw failure;
        }
    }

    private static void close(@Nullable Disk disk, Exception because) {
        try {
            if (disk != null) {
                disk.close();
            }
        } catch (IOException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    private final class ToState implements JournalRecords.Reader {

        @Override
        public void evening(Evening written) {
            evening = evening == null ? written : evening; // of two who asked at once the first has decided
        }

        @Override
        public void admission(Entry entry) {
            state.add(entry);
        }

        @Override
        public void undo(UUID nonce) {
            state.undo(nonce);
        }

        @Override
        public void mark(TicketKey ticket, Mark mark, OptionalLong reference) {
            state.mark(ticket, mark, reference);
        }
    }

    @Override
    public Evening evening(Evening ifNew) {
        return locked(() -> {
            if (evening == null) {
                commit.await(commit.add(JournalRecords.evening(ifNew), () -> {}));
                evening = evening == null ? ifNew : evening;
            }
            return evening;
        });
    }

    @Override
    public Ruling admit(Entry entry) {
        byte[] record = JournalRecords.admission(entry);
        return locked(() -> {
            Ruling refusal = state.refusal(entry).orElse(null);
            if (refusal instanceof Ruling.Repeated) {
                commit.awaitAll(); // what it repeats may be under way
                return state.refusal(entry).orElse(refusal);
            }
            if (refusal != null) {
                return refusal;
            }
            state.add(entry);
            GroupCommit.Batch batch = commit.add(record, () -> state.remove(entry));
            Standing standing = state.standing(entry.ticket()).orElseThrow();
            commit.await(batch);
            return new Ruling.In(standing);
        });
    }

    @Override
    public boolean undo(UUID nonce, Instant at) {
        return locked(() -> {
            if (!state.isIn(nonce)) {
                return false;
            }
            state.undo(nonce);
            commit.await(commit.add(JournalRecords.undo(nonce, at), () -> state.redo(nonce)));
            return true;
        });
    }

    @Override
    public void mark(TicketKey ticket, Mark mark, OptionalLong reference) {
        locked(() -> {
            Mark before = state.mark(ticket, mark, reference);
            if (before != null) {
                commit.await(commit.add(
                        JournalRecords.mark(ticket, mark, reference), () -> state.mark(ticket, before, reference)));
            }
            return before;
        });
    }

    @Override
    public Optional<Standing> find(TicketKey ticket) {
        return locked(() -> state.standing(ticket));
    }

    @Override
    public Optional<Entry> find(UUID nonce) {
        return locked(() -> {
            if (state.entry(nonce).isPresent()) {
                commit.awaitAll(); // whoever finds their own scan is let in
            }
            return state.entry(nonce);
        });
    }

    @Override
    public boolean isIn(UUID nonce) {
        return locked(() -> state.isIn(nonce));
    }

    @Override
    public List<Standing> unsettled() {
        return locked(state::unsettled);
    }

    @Override
    public int headsIn() {
        return locked(state::headsIn);
    }

    @Override
    public void keep(String source, KeptList list) {
        ByteBuffer content = ByteBuffer.allocate(Long.BYTES + list.sealed().length);
        content.putLong(list.readAt().toEpochMilli()).put(list.sealed());
        synchronized (disk) {
            try {
                disk.putBeside(listFile(source), content.array());
            } catch (IOException failed) {
                throw new JournalException("the list cannot be kept beside the journal", failed);
            }
        }
    }

    @Override
    public Optional<KeptList> kept(String source) {
        try {
            return disk.beside(listFile(source))
                    .map(content -> Arrays.copyOf(content, Math.max(content.length, Long.BYTES))) // if it is cut
                    .map(content -> new KeptList(
                            Instant.ofEpochMilli(ByteBuffer.wrap(content).getLong()),
                            Arrays.copyOfRange(content, Long.BYTES, content.length)));
        } catch (IOException failed) {
            throw new JournalException("the list beside the journal cannot be read", failed);
        }
    }

    /** Names of sources hold what names of files do not: {@code 1a2b3c4d.list}. */
    private static String listFile(String source) {
        CRC32 sum = new CRC32();
        sum.update(source.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(sum.getValue(), 8) + ".list";
    }

    @Override
    public void close() {
        try {
            disk.close();
        } catch (IOException failed) {
            throw new JournalException("the door's journal cannot be closed", failed);
        }
    }

    private <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
