package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;

import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.model.invitation.AllotmentLedger;
import fr.passerelle.model.invitation.Attendance;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.InvitationBookingStatus;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.VoucherStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What time brings, with nobody asking: holds and offers that run out, releases, the waiting list, ends of sessions,
 * who came, figures, messages to webhooks. One server at a time leads, by a lease in the database. Each step is a
 * transaction of its own that finds out itself what is still to do: so jobs may die anywhere, run twice, or run on two
 * servers whose clocks differ, and nothing is lost or doubled.
 */
public final class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int BATCH = 200;

    /** Whoever says nothing for so long, and whose vouchers no door saw, did not come. */
    private static final Duration SILENCE = Duration.ofDays(8);

    private final Programme programme;
    private final Deliveries deliveries;
    private final Figures figures;
    private final UUID me = UUID.randomUUID();

    Jobs(Programme programme, Deliveries deliveries) {
        this.programme = programme;
        this.deliveries = deliveries;
        this.figures = new Figures(programme);
    }

    /** Does what is due, if this server leads; how many steps that were. */
    public int run() {
        if (!leads()) {
            return 0;
        }
        return settle() + end() + attendances() + figures.count();
    }

    /** Sends messages that are due, if this server leads; how many were taken. Slow receivers delay nothing else. */
    public int deliver() {
        return leads() ? deliveries.send() : 0;
    }

    /** Takes or renews the lease. */
    private boolean leads() {
        return programme.database().write(tx -> {
            Instant now = tx.now();
            return tx.change(
                            "UPDATE leader SET holder = ?, until_at = ? WHERE id = 1"
                                    + " AND (holder IS NULL OR holder = ? OR until_at <= ?)",
                            me,
                            now.plus(LEASE),
                            me,
                            now)
                    == 1;
        });
    }

    /** Lets another server lead at once. */
    public void resign() {
        programme
                .database()
                .write(tx -> tx.change("UPDATE leader SET holder = NULL, until_at = NULL WHERE holder = ?", me));
    }

    /** Holds and offers that ran out, and releases: each allotment knows when it is due. */
    private int settle() {
        return each("SELECT id FROM allotments WHERE next_due <= ? ORDER BY next_due LIMIT ?", Duration.ZERO, id -> {
            programme.database().write(tx -> {
                LockedAllotment.lock(tx, programme, id).save();
                return id;
            });
        });
    }

    /** Sessions that are over. A request that nobody accepted until then is refused. */
    private int end() {
        return each(
                "SELECT a.id FROM allotments a JOIN sessions s ON s.id = a.session_id"
                        + " WHERE s.ends_at <= ? AND a.status IN ('CLOSED', 'WITHDRAWN') ORDER BY a.id LIMIT ?",
                Duration.ZERO,
                id -> programme.database().write(tx -> {
                    tx.locked("SELECT id FROM allotments WHERE id = ?", row -> id(row, "id"), id);
                    UUID donor = Allotments.find(tx, id).donorId();
                    for (UUID booking : tx.list(
                            "SELECT id FROM bookings WHERE allotment_id = ? AND status = 'REQUESTED'",
                            row -> id(row, "id"),
                            id)) {
                        UUID structure = Bookings.find(tx, booking).structureId();
                        Bookings.become(
                                tx, booking, 0, InvitationBookingStatus.REFUSED, Audience.both(donor, structure));
                    }
                    LockedAllotment allotment = LockedAllotment.lock(tx, programme, id);
                    if (!allotment.isOver()) {
                        allotment.apply(AllotmentLedger::end);
                    }
                    allotment.save();
                    return id;
                }));
    }

    /** Bookings of which nobody said who came: the door's vouchers say it. */
    private int attendances() {
        return each(
                "SELECT b.id FROM bookings b JOIN sessions s ON s.id = b.session_id"
                        + " WHERE b.status = 'CONFIRMED' AND s.ends_at <= ? ORDER BY b.id LIMIT ?",
                SILENCE,
                id -> programme.database().write(tx -> {
                    Session session = Sessions.lock(tx, Bookings.sessionOf(tx, id));
                    InvitationBooking booking = Bookings.withVouchers(tx, Bookings.find(tx, id));
                    if (booking.status().equals(InvitationBookingStatus.CONFIRMED)) {
                        int came = (int) booking.vouchers().stream()
                                .filter(voucher -> voucher.status().equals(VoucherStatus.USED))
                                .count();
                        Attendances.write(tx, session, booking, new Attendance(id, (int) booking.places(), came), null);
                    }
                    return id;
                }));
    }

    private interface Step {
        void on(UUID id);
    }

    /** All that is due, some at a time; what fails stops nothing else, and is left for the next run. */
    private int each(String sql, Duration after, Step step) {
        int done = 0;
        boolean failed = false;
        List<UUID> ids;
        do {
            ids = programme.read(
                    tx -> tx.list(sql, row -> id(row, "id"), tx.now().minus(after), BATCH));
            for (UUID id : ids) {
                try {
                    step.on(id);
                    done++;
                } catch (RuntimeException failure) {
                    failed = true;
                    LOG.warn("a job for {} failed and is tried again: {}", id, failure.toString());
                }
            }
        } while (ids.size() == BATCH && !failed && leads());
        return done;
    }
}
