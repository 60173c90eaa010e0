package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.invitationsserver.programme.Installation;
import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.invitationsserver.store.Database;
import fr.passerelle.invitationsserver.web.Route;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed in the middle of every write of the API, and of its jobs: nothing lost, nothing doubled, once
 * the same is sent again. {@code -Dinvitations.kills=100} kills as many, each kind in turn, and then each wherever it
 * looks at the clock.
 */
@Timeout(3_600)
class KillTest {

    /** How often it is killed on each database. */
    private static final int KILLS = Integer.getInteger("invitations.kills", 2);

    /** With more kills each write is also killed wherever it looks at the clock, which takes minutes. */
    private static final int FEW = 20;

    /** The jobs, beside the writes. */
    static final String JOBS = "jobs";

    @Test
    void everyWriteOfTheApiIsOneThatIsKilled() {
        List<Route> routes;
        try (Database database = Database.open("jdbc:h2:mem:" + UUID.randomUUID(), 2, Clock.systemUTC())) {
            routes = Installation.of(database, Programme.Settings.DEFAULT).routes();
        }
        assertThat(EveryWrite.TABLE.keySet())
                .containsExactlyInAnyOrderElementsOf(routes.stream()
                        .filter(Route::writes)
                        .map(Route::operation)
                        .toList());
    }

    @Test
    void onTheEmbeddedDatabase(@TempDir Path folder) throws Exception {
        killed("jdbc:h2:" + folder.resolve("invitations"));
    }

    @Test
    void onPostgres() throws Exception {
        try (Postgres postgres = Postgres.start()) {
            killed(postgres.newDatabase());
        }
    }

    private static void killed(String database) throws Exception {
        List<String> kinds = Stream.concat(Stream.of(JOBS), EveryWrite.TABLE.keySet().stream())
                .toList();
        try (Killing killing = new Killing(database, 2026)) {
            killing.undisturbed();
            // Far from one another in the table, so that a few kills are not all of the same kind of thing.
            for (int i = 0; i < KILLS; i++) {
                killing.kill(kinds.get(i * 5 % kinds.size()));
            }
            if (KILLS > FEW) {
                System.out.println(killing);
                for (String kind : EveryWrite.TABLE.keySet()) {
                    killing.killAtEveryLook(kind);
                }
            }
            killing.end();
            assertThat(killing.hits()).hasSizeGreaterThanOrEqualTo(Math.min(KILLS, kinds.size()) / 2);
            if (KILLS > FEW) {
                System.out.println(killing);
            }
        }
    }
}
