package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.invitationsserver.store.Database;
import fr.passerelle.invitationsserver.store.Transaction;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read in several steps is as it was at one moment, whatever is written between them. */
class ReadersTest {

    @Test
    void onTheEmbeddedDatabase(@TempDir Path folder) throws SQLException {
        seesOneMoment("jdbc:h2:" + folder.resolve("invitations"));
    }

    @Test
    void inMemory() throws SQLException {
        seesOneMoment("jdbc:h2:mem:" + UUID.randomUUID());
    }

    @Test
    void onPostgres() throws Exception {
        try (Postgres postgres = Postgres.start()) {
            seesOneMoment(postgres.newDatabase());
        }
    }

    private static void seesOneMoment(String url) throws SQLException {
        try (Database database = Database.open(url, 3, Clock.systemUTC())) {
            List<Instant> seen = database.read(tx -> {
                Instant first = lease(tx);
                write(database, TestProgramme.START);
                return List.of(first, lease(tx));
            });
            Instant after = database.read(ReadersTest::lease);

            assertThat(seen).containsOnly(Instant.EPOCH);
            assertThat(after).isEqualTo(TestProgramme.START);
            // A connection that read is as good as any other for writing.
            write(database, Instant.EPOCH);
            assertThat(database.<Instant>write(ReadersTest::lease)).isEqualTo(Instant.EPOCH);
        }
    }

    private static Instant lease(Transaction tx) throws SQLException {
        return tx.first(
                        "SELECT COALESCE(until_at, ?) AS until_at FROM leader",
                        row -> Transaction.instant(row, "until_at"),
                        Instant.EPOCH)
                .orElseThrow();
    }

    private static void write(Database database, Instant until) {
        database.write(tx -> tx.change("UPDATE leader SET until_at = ?", until));
    }
}
