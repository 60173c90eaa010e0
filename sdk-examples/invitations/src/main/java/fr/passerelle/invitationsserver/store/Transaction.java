package fr.passerelle.invitationsserver.store;

import fr.passerelle.model.invitation.feed.ChangeKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open transaction. Values never become part of a command's text. */
public final class Transaction {

    /** Reads a row. */
    @FunctionalInterface
    public interface Row<T extends @Nullable Object> {
        /** Reads it. */
        T read(ResultSet row) throws SQLException;
    }

    private record News(ChangeKind kind, UUID id, String change, Audience audience) {}

    private final Connection connection;
    private final Clock clock;
    private final boolean postgres;
    private final List<News> news = new ArrayList<>();

    Transaction(Connection connection, Clock clock, boolean postgres) {
        this.connection = connection;
        this.clock = clock;
        this.postgres = postgres;
    }

    /** The time, as exact as every database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Changes rows; how many there were. */
    public int change(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Changes rows many times. */
    public void changeAll(String sql, List<@Nullable Object[]> values) throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] each : values) {
                fill(statement, each);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The rows. */
    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(row.read(rows));
            }
            return list;
        }
    }

    /** The first row. */
    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return list(sql, row, values).stream().findFirst();
    }

    /**
     * The first row, locked until the end of the transaction. On PostgreSQL in the way that lets others refer to it
     * meanwhile: else whoever books and whoever holds could wait for one another.
     */
    public <T> Optional<T> locked(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return first(sql + (postgres ? " FOR NO KEY UPDATE" : " FOR UPDATE"), row, values);
    }

    /** Tells the feed that something changed. */
    public void tell(ChangeKind kind, UUID id, String change, Audience audience) {
        news.add(new News(kind, id, change, audience));
    }

    /** Numbers what changed. From here to the commit no other transaction does, so that no reader misses a number. */
    void publish() throws SQLException {
        if (news.isEmpty()) {
            return;
        }
        change("UPDATE programme SET feed = feed + ? WHERE id = 1", news.size());
        long last = first("SELECT feed FROM programme WHERE id = 1", row -> row.getLong(1))
                .orElseThrow();
        Instant now = now();
        List<@Nullable Object[]> rows = new ArrayList<>();
        long sequence = last - news.size();
        for (News each : news) {
            sequence++;
            Audience to = each.audience();
            rows.add(new @Nullable Object[] {
                sequence,
                each.kind().value(),
                each.id(),
                each.change(),
                now,
                to.donorId(),
                to.structureId(),
                to.allDonors(),
                to.allStructures()
            });
        }
        changeAll("INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        fill(statement, values);
        return statement;
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
    }

    /** A moment; null where the column is. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A moment. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** An id; null where the column is. */
    public static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** An id. */
    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** A number; null where the column is. */
    public static @Nullable Integer numberOrNull(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
