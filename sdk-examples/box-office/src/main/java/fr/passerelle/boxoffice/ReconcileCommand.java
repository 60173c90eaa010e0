package fr.passerelle.boxoffice;

import fr.passerelle.client.Environment;
import fr.passerelle.client.PassCultureClient;
import fr.passerelle.reconciliation.BookingScope;
import fr.passerelle.reconciliation.Difference;
import fr.passerelle.reconciliation.Reconciliation;
import fr.passerelle.ticketing.BookingKeys;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code box-office reconcile}: what the programme has and this box office was not told. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Compares the programme's bookings of a venue with the box office's database, tells the"
                + " differences and takes them over. Reads PASSCULTURE_API_KEY and BOX_OFFICE_SECRET from the"
                + " environment.")
final class ReconcileCommand implements Runnable {

    private final Map<String, String> environment;

    @Option(names = "--database", required = true, paramLabel = "JDBC-URL", description = "an H2 database")
    private String database = "";

    @Option(names = "--venue", required = true, paramLabel = "ID", description = "the venue's id in the programme")
    private long venueId;

    @Option(names = "--base-url", paramLabel = "URL", description = "another programme than production")
    private @Nullable String baseUrl;

    @Spec
    private CommandSpec command = CommandSpec.create();

    ReconcileCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        PrintWriter out = command.commandLine().getOut();
        BookingKeys keys = BookingKeys.under(secret("BOX_OFFICE_SECRET"));
        JdbcConnectionPool pool = JdbcConnectionPool.create(database, "sa", "");
        try (PassCultureClient client = PassCultureClient.builder()
                .apiKey(secret("PASSCULTURE_API_KEY"))
                .environment(baseUrl == null ? Environment.PRODUCTION : Environment.of(baseUrl))
                .build()) {
            BoxOffice office = new BoxOffice(new Database(pool), keys);
            Reconciliation found = office.reconciler(client.bookings())
                    .run(BookingScope.venue(venueId), difference -> out.println(line(difference)));
            out.printf(
                    Locale.ROOT,
                    "%d bookings compared, %s%n",
                    found.read(),
                    found.clean() ? "nothing missed" : found.differences());
        } finally {
            pool.dispose();
        }
    }

    private String secret(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new ParameterException(command.commandLine(), name + " is not set");
        }
        return value;
    }

    private static String line(Difference difference) {
        return "%-20s booking %s, date %s, places %d: %s -> %s"
                .formatted(
                        difference.kind(),
                        difference.bookingId() == null ? "-" : difference.bookingId(),
                        difference.stockId() == null ? "-" : difference.stockId(),
                        difference.quantity(),
                        difference.recorded() == null ? "unknown" : difference.recorded(),
                        difference.actual() == null ? "none" : difference.actual());
    }
}
