package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.idOrNull;
import static fr.passerelle.invitationsserver.store.Transaction.instantOrNull;

import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.feed.Change;
import fr.passerelle.model.invitation.feed.ChangeMessage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages about changes: at least once, and again later if nobody takes them. The feed is the truth. */
final class Deliveries {

    /** The header of a message: {@code t=<seconds>,v1=<hex>}, with one {@code v1} for each secret. */
    static final String SIGNATURE = "Passerelle-Signature";

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int MOST_CHANGES = 100;
    private static final int BATCH = 100;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 10;

    /** Posts a message; whether it was taken. */
    interface Sender {
        boolean post(String url, String signature, byte[] body);
    }

    private record Due(
            UUID id,
            String role,
            @Nullable UUID owner,
            String url,
            String secret,
            @Nullable String oldSecret,
            @Nullable Instant oldUntil,
            long delivered,
            int failures) {

        @Override
        public String toString() {
            return "Due[" + id + "]";
        }
    }

    private record Batch(List<Change> changes, long upTo, Instant now) {}

    private final Programme programme;
    private final Sender sender;

    Deliveries(Programme programme, Sender sender) {
        this.programme = programme;
        this.sender = sender;
    }

    /** Sends what is due, first to receivers that took their last message; how many messages were taken. */
    int send() {
        List<Due> due = programme.read(tx -> tx.list(
                "SELECT * FROM webhooks WHERE deleted_at IS NULL AND (not_before IS NULL OR not_before <= ?)"
                        + " AND delivered < (SELECT feed FROM programme WHERE id = 1) ORDER BY failures, ord"
                        + " LIMIT ?",
                row -> new Due(
                        id(row, "id"),
                        row.getString("role"),
                        idOrNull(row, "owner_id"),
                        row.getString("url"),
                        row.getString("secret"),
                        row.getString("old_secret"),
                        instantOrNull(row, "old_until"),
                        row.getLong("delivered"),
                        row.getInt("failures")),
                tx.now(),
                BATCH));
        int taken = 0;
        for (Due each : due) {
            taken += send(each) ? 1 : 0;
        }
        return taken;
    }

    private boolean send(Due due) {
        Batch batch = programme.read(tx -> {
            // Read before the changes: what comes meanwhile has a higher number.
            long feed = tx.first("SELECT feed FROM programme WHERE id = 1", row -> row.getLong(1))
                    .orElseThrow();
            List<Change> changes =
                    Feed.after(tx, InvitationRole.of(due.role()), due.owner(), due.delivered(), MOST_CHANGES);
            long upTo = changes.size() < MOST_CHANGES
                    ? changes.isEmpty() ? feed : Math.max(feed, last(changes))
                    : last(changes);
            return new Batch(changes, upTo, tx.now());
        });
        boolean taken = batch.changes().isEmpty() || post(due, batch);
        programme
                .database()
                .write(tx -> taken
                        ? tx.change(
                                "UPDATE webhooks SET delivered = ?, failures = 0, not_before = NULL"
                                        + " WHERE id = ? AND delivered = ?",
                                batch.upTo(),
                                due.id(),
                                due.delivered())
                        : tx.change(
                                "UPDATE webhooks SET failures = failures + 1, not_before = ? WHERE id = ?",
                                batch.now().plus(pause(due.failures())),
                                due.id()));
        return taken && !batch.changes().isEmpty();
    }

    private static long last(List<Change> changes) {
        return changes.get(changes.size() - 1).sequence();
    }

    private boolean post(Due due, Batch batch) {
        // The same each time that the same changes are sent.
        UUID message = UUID.nameUUIDFromBytes(
                (due.id() + "/" + due.delivered() + "/" + last(batch.changes())).getBytes(StandardCharsets.US_ASCII));
        byte[] body = Wire.bytes(new ChangeMessage(message, batch.changes()));
        long seconds = batch.now().getEpochSecond();
        String signature = "t=" + seconds + ",v1=" + sign(due.secret(), seconds, body);
        Instant until = due.oldUntil();
        String old = due.oldSecret();
        if (old != null && until != null && batch.now().isBefore(until)) {
            signature += ",v1=" + sign(old, seconds, body);
        }
        boolean taken = sender.post(due.url(), signature, body);
        if (!taken && due.failures() == 0) {
            LOG.warn("webhook {} takes no messages: tried again later", due.id());
        }
        return taken;
    }

    private static Duration pause(int failures) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    }

    /** HMAC-SHA256 of the seconds, a full stop and the body. */
    static String sign(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
