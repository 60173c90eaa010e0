package fr.passerelle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ticketing.TicketLedger;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void leavesTablesThatAreThereAsTheyAre() {
        DataSource database = H2.regular();
        TicketLedger ledger = new JdbcTicketLedger(database);
        ledger.cancelled(List.of("A"));

        Schema.create(database);

        assertThat(ledger.ticket("A")).isPresent();
    }

    @Test
    void namesTheDatabaseThatItHasNoTablesFor() {
        DatabaseMetaData metaData = proxy(DatabaseMetaData.class, (it, method, values) -> "Oracle");
        Connection connection = proxy(
                Connection.class, (it, method, values) -> method.getName().equals("getMetaData") ? metaData : null);
        DataSource database = proxy(DataSource.class, (it, method, values) -> connection);

        assertThatThrownBy(() -> Schema.create(database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there are tables for H2, PostgreSQL, MySQL and MariaDB, and none for Oracle");
    }

    @Test
    void tellsTheSqlStateOfAFailureAndNotWhatTheDriverSaid() {
        DataSource database = proxy(DataSource.class, (it, method, values) -> {
            throw new SQLException("password of camille@example.org refused", "28000");
        });

        assertThatThrownBy(() -> new JdbcTicketLedger(database).orphans(Instant.EPOCH))
                .isInstanceOfSatisfying(DatabaseException.class, failure -> {
                    assertThat(failure).hasMessage("the database failed: SQL state 28000");
                    assertThat(failure.sqlState()).isEqualTo("28000");
                    assertThat(failure.mayHaveBeenProcessed()).isFalse();
                });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SchemaTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
