package fr.passerelle.invitationsserver;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many at once on the embedded database. */
class ContestOnH2Test {

    private static String database() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    @Test
    void aHundredPlacesAreAHundredPlaces() throws Exception {
        Contest.aHundredPlaces(database(), 120);
    }

    @Test
    void theBooksBalanceWhateverHappensAtOnce() throws Exception {
        Contest.everythingAtOnce(database(), 20, 2026);
    }

    @Test
    void anOptionThatRunsOutIsSomebodysOnce() throws Exception {
        Contest.anOptionThatRunsOut(database(), 10, 2026);
    }
}
