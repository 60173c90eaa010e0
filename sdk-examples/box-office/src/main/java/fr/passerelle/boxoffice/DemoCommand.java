package fr.passerelle.boxoffice;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Version;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.ticketing.BookingKeys;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.h2.jdbcx.JdbcConnectionPool;
import picocli.CommandLine.Command;

/** {@code box-office demo}: whatever can go wrong, on an offline programme and a database in memory. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
        try (Sandbox sandbox = Sandbox.start()) {
            BookingKeys keys = BookingKeys.under(UUID.randomUUID().toString());
            BoxOffice office = new BoxOffice(pool, keys);
            Demo.Count count = new Demo(sandbox, office)
                    .play(surroundings.clock().instant().truncatedTo(ChronoUnit.MINUTES));
            surroundings.console().table(count.table(surroundings.texts()));
        } finally {
            pool.dispose();
        }
        return ExitCode.OK;
    }
}
