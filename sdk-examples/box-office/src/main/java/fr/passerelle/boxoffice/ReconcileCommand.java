package fr.passerelle.boxoffice;

import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.commandline.vendor.VendorOptions;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.reconciliation.BookingScope;
import fr.passerelle.reconciliation.Difference;
import fr.passerelle.reconciliation.Reconciliation;
import fr.passerelle.ticketing.BookingKeys;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code box-office reconcile}: what the programme has and this box office was not told. */
@Command(name = "reconcile", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ReconcileCommand implements Callable<Integer> {

    /** The variable of the environment with the secret of the booking keys. */
    static final String SECRET = "BOX_OFFICE_SECRET";

    private final Surroundings surroundings;

    @Mixin
    private final VendorOptions vendor;

    @Option(names = "--database", required = true, paramLabel = "JDBC-URL", descriptionKey = "reconcile.database")
    private String database = "";

    @Spec
    private CommandSpec command = CommandSpec.create();

    ReconcileCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.vendor = new VendorOptions(surroundings);
    }

    @Override
    public Integer call() {
        vendor.check();
        String apiKey = vendor.apiKey(true).orElseThrow();
        BookingKeys keys = keys();
        JdbcConnectionPool pool = pool();
        try (PassCultureClient client = vendor.client(apiKey, "box-office", UnaryOperator.identity())) {
            BoxOffice office = new BoxOffice(pool, keys);
            BookingScope scope = BookingScope.venue(vendor.venue(client).id());
            Texts texts = surroundings.texts();
            Console console = surroundings.console();
            Reconciliation found = office.reconciler(client.bookings())
                    .run(scope, difference -> console.line(line(difference, texts)));
            console.line(texts.of("reconcile.read", texts.count("booking", found.read())));
            found.differences()
                    .forEach((kind, times) -> console.line(
                            texts.of("reconcile.count", texts.of("difference", kind), texts.number(times))));
        } finally {
            pool.dispose();
        }
        return ExitCode.OK;
    }

    private JdbcConnectionPool pool() {
        if (!database.startsWith("jdbc:h2:")) {
            throw new ParameterException(
                    command.commandLine(), surroundings.texts().of("database.bad"));
        }
        return JdbcConnectionPool.create(database, "sa", "");
    }

    private BookingKeys keys() {
        try {
            return BookingKeys.under(surroundings.environment().getOrDefault(SECRET, ""));
        } catch (IllegalArgumentException tooShort) {
            throw new FailedException(
                    surroundings.texts().of("reconcile.secret", SECRET, BookingKeys.MIN_SECRET_LENGTH));
        }
    }

    private static String line(Difference difference, Texts texts) {
        return texts.of(
                "reconcile.line",
                texts.of("difference", difference.kind()),
                word(difference.bookingId()),
                word(difference.stockId()),
                difference.quantity(),
                word(difference.recorded()),
                word(difference.actual()));
    }

    private static String word(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString).orElse("–");
    }
}
