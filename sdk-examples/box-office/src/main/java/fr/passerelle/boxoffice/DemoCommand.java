package fr.passerelle.boxoffice;

import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.ticketing.BookingKeys;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code box-office demo}: whatever can go wrong, on an offline programme and a database in memory. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Sells, loses answers and news on an offline programme, finds them again, and counts.")
final class DemoCommand implements Runnable {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = command.commandLine().getOut();
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
        try (Sandbox sandbox = Sandbox.start()) {
            BookingKeys keys = BookingKeys.under(UUID.randomUUID().toString());
            BoxOffice office = new BoxOffice(new Database(pool), keys);
            Demo.Count count = new Demo(sandbox, office).play(Instant.now().truncatedTo(ChronoUnit.MINUTES));
            Demo.lines(count).forEach(out::println);
        } finally {
            pool.dispose();
        }
    }
}
