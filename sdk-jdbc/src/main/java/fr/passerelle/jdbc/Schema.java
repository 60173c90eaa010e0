package fr.passerelle.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * The tables, for those who have no migration tool. Their SQL stands in this jar under {@code db/passerelle/h2},
 * {@code db/passerelle/postgresql} and {@code db/passerelle/mysql}, in files whose names Flyway takes.
 */
public final class Schema {

    private static final List<String> MIGRATIONS = List.of("V1__ledger.sql", "V2__catalogue.sql", "V3__door.sql");
    private static final String END_OF_COMMAND = ";\\s*\\R";

    private Schema() {}

    /**
     * Creates the tables that are not there; leaves the others as they are. To be called when the application starts,
     * by a user of the database who may create tables. May be called again whenever it failed.
     *
     * @throws DatabaseException if the database cannot be reached or refuses
     * @throws IllegalStateException if it is none of H2, PostgreSQL, MySQL and MariaDB
     */
    public static void create(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String folder = folder(connection.getMetaData().getDatabaseProductName());
            for (String migration : MIGRATIONS) {
                for (String command : commands(folder + migration)) {
                    statement.execute(command);
                }
            }
        } catch (SQLException failure) {
            throw new DatabaseException(failure, false);
        }
    }

    private static String folder(String product) {
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "h2" -> "/db/passerelle/h2/";
            case "postgresql" -> "/db/passerelle/postgresql/";
            case "mysql", "mariadb" -> "/db/passerelle/mysql/";
            default ->
                throw new IllegalStateException(
                        "there are tables for H2, PostgreSQL, MySQL and MariaDB, and none for " + product);
        };
    }

    /** One by one, as not every driver takes several at once. */
    private static List<String> commands(String file) {
        return Arrays.stream(text(file).split(END_OF_COMMAND, 0))
                .map(String::strip)
                .filter(command -> !command.isEmpty())
                .toList();
    }

    private static String text(String file) {
        try (InputStream content = Schema.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException(file + " is not in the jar");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
