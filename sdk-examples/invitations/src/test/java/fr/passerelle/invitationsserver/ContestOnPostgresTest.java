package fr.passerelle.invitationsserver;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many at once, over two servers and one PostgreSQL; skipped where none is installed. */
class ContestOnPostgresTest {

    /** How many contend for a hundred places. */
    private static final int CONTENDERS = Integer.getInteger("invitations.contenders", 1_000);

    private static Postgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void aHundredPlacesAreAHundredPlaces() throws Exception {
        Contest.aHundredPlaces(postgres.newDatabase(), CONTENDERS);
    }

    @Test
    void theBooksBalanceWhateverHappensAtOnce() throws Exception {
        Contest.everythingAtOnce(postgres.newDatabase(), 20, 2026);
    }

    @Test
    void anOptionThatRunsOutIsSomebodysOnce() throws Exception {
        Contest.anOptionThatRunsOut(postgres.newDatabase(), 10, 2026);
    }
}
