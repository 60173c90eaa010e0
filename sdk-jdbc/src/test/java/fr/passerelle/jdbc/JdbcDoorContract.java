package fr.passerelle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.door.Door;
import fr.passerelle.door.DoorJournal;
import fr.passerelle.door.DoorJournalContract;
import fr.passerelle.door.DoorSource;
import fr.passerelle.door.DoorSyncReport;
import fr.passerelle.door.Finding;
import fr.passerelle.door.RefreshReport;
import fr.passerelle.door.Settlement;
import fr.passerelle.door.TicketKey;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a journal promises that several processes share: each of them has one of its own, on one database. */
abstract class JdbcDoorContract extends DoorJournalContract {

    private static final String EVENING = "2026-03-12 hall";
    private static final String CODE = "ABC234";
    private static final UUID NORTH = new UUID(1, 1);
    private static final UUID SOUTH = new UUID(2, 2);
    private static final TicketKey TICKET = new TicketKey(7, 1);

    private DataSource database;

    /** With the tables, and nothing in them. */
    protected abstract DataSource emptyDatabase();

    @BeforeEach
    void createTables() {
        database = emptyDatabase();
    }

    @Override
    protected DoorJournal journal() {
        return new JdbcDoorJournal(database, EVENING);
    }

    @Test
    void oneProcessHasATicketUntilItLetsGo() {
        journal().admit(entry(1, 1, 1, 1));

        assertThat(journal().claim(TICKET, NORTH, AT, AT.plusSeconds(60))).isPresent();
        assertThat(journal().claim(TICKET, SOUTH, AT.plusSeconds(59), AT.plusSeconds(200)))
                .isEmpty();
        assertThat(journal().claim(TICKET, NORTH, AT.plusSeconds(59), AT.plusSeconds(90)))
                .as("for longer")
                .isPresent();
        journal().release(TICKET, SOUTH);
        assertThat(journal().claim(TICKET, SOUTH, AT.plusSeconds(61), AT.plusSeconds(200)))
                .as("not let go by another")
                .isEmpty();
        journal().release(TICKET, NORTH);
        assertThat(journal().claim(TICKET, SOUTH, AT.plusSeconds(61), AT.plusSeconds(200)))
                .isPresent();
    }

    @Test
    void whatAProcessTookThatIsGoneIsTakenByAnother() {
        journal().admit(entry(1, 1, 1, 1));
        journal().claim(TICKET, NORTH, AT, AT.plusSeconds(60));

        assertThat(journal().claim(TICKET, SOUTH, AT.plusSeconds(60), AT.plusSeconds(120)))
                .isPresent();
    }

    /** While one process waits for the programme, another sends nothing of it, and tells nothing. */
    @Test
    void whatOneProcessSendsTheOtherLeavesAlone() {
        Programme programme = new Programme();
        Door south = door(programme);
        Door north = door(programme);
        north.scan(CODE);
        List<DoorSyncReport> meanwhile = new ArrayList<>();
        programme.beforeUse = () -> {
            programme.beforeUse = () -> {};
            meanwhile.add(south.sync());
        };

        DoorSyncReport report = north.sync();

        assertThat(meanwhile.get(0).used()).isZero();
        assertThat(meanwhile.get(0).conflicts()).isEmpty();
        assertThat(meanwhile.get(0).pending()).as("still on its way").isOne();
        assertThat(report.used()).isOne();
        assertThat(report.conflicts()).isEmpty();
        assertThat(programme.uses).hasValue(1);
        assertThat(south.sync().complete()).isTrue();
    }

    /** The other process takes it over after all, and is first: that is no conflict either. */
    @Test
    void whoIsOvertakenTellsNothing() {
        Programme programme = new Programme();
        Instant[] now = {AT};
        Door south = door(programme, now);
        Door north = door(programme, now);
        north.scan(CODE);
        programme.beforeUse = () -> {
            programme.beforeUse = () -> {};
            now[0] = AT.plusSeconds(3600); // this process sleeps for an hour
            assertThat(south.sync().used()).isOne();
        };

        assertThat(north.sync().conflicts()).isEmpty();

        assertThat(north.pending()).isZero();
    }

    /**
     * Two processes send the same tickets at once, again and again: each ticket is used once, and nobody is told of a
     * conflict. {@code -Ddoor.races=1000} for as many evenings.
     */
    @Test
    void twoProcessesThatSendAtOnceTellNoConflict() throws Exception {
        int races = Integer.getInteger("door.races", 10);
        ExecutorService processes = Executors.newFixedThreadPool(2);
        Random random = new Random(1);
        try {
            for (int race = 0; race < races; race++) {
                Programme programme = new Programme();
                programme.beforeUse = () -> LockSupport.parkNanos(random.nextInt(3_000_000));
                Door south = door(programme);
                Door north = door(programme);
                String code = CODE + "-" + race;
                north.scan(code);
                CyclicBarrier start = new CyclicBarrier(2);
                Callable<DoorSyncReport> first = () -> at(start, south);
                Callable<DoorSyncReport> second = () -> at(start, north);
                int conflicts = 0;
                int used = 0;
                for (Future<DoorSyncReport> each : processes.invokeAll(List.of(first, second), 1, TimeUnit.MINUTES)) {
                    conflicts += each.get().conflicts().size();
                    used += each.get().used();
                }
                assertThat(conflicts).as("race %d", race).isZero();
                assertThat(used + south.sync().used()).as("race %d", race).isOne();
                assertThat(programme.uses).as("race %d", race).hasValue(1);
                assertThat(south.pending()).isZero();
            }
        } finally {
            processes.shutdownNow();
        }
    }

    private static DoorSyncReport at(CyclicBarrier start, Door door) throws Exception {
        start.await(1, TimeUnit.MINUTES);
        return door.sync();
    }

    private Door door(Programme programme) {
        return door(programme, new Instant[] {AT});
    }

    private Door door(Programme programme, Instant[] now) {
        Clock clock = ((InstantSource) () -> now[0]).withZone(ZoneOffset.UTC);
        return Door.builder()
                .journal(journal())
                .secret(new byte[Door.MIN_SECRET])
                .source(programme)
                .clock(clock)
                .build();
    }

    /** A programme that counts a use once, and says of a second one that the ticket is used. */
    private static final class Programme implements DoorSource {

        private final AtomicInteger uses = new AtomicInteger();
        private volatile Runnable beforeUse = () -> {};

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public RefreshReport refresh(Instant now) {
            return new RefreshReport(0, 0, 0, 0, 0);
        }

        @Override
        public int expected() {
            return 0;
        }

        @Override
        public Finding find(String scanned, Instant now) {
            return new Finding.Good(scanned, 1, OptionalLong.of(99));
        }

        @Override
        public boolean sends() {
            return true;
        }

        @Override
        public Settlement use(String identity, OptionalLong reference, boolean doubted, Instant at) {
            beforeUse.run();
            if (uses.incrementAndGet() == 1) {
                return Settlement.USED;
            }
            return doubted ? Settlement.USED_AFTER_DOUBT : Settlement.USED_ELSEWHERE;
        }
    }
}
