package fr.passerelle.door;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingAction;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.booking.Verdict;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The programme's bookings of an evening, without countermarks: the programme lists none (partner-api 7). Only bookings
 * are added, as they are asked about.
 *
 * @param bookings by number
 * @param dates when each date that was read begins
 * @param tonight the dates that this door admits to
 */
record TonightList(Map<Long, Listed> bookings, Map<Long, Instant> dates, Set<Long> tonight) {

    private static final long NO_LIMIT = Long.MIN_VALUE;

    static final TonightList EMPTY = new TonightList(Map.of(), Map.of(), Set.of());

    /** A booking, as small as a door needs it; the name only if the venue searches by it. */
    record Listed(
            long id,
            long stockId,
            int places,
            BookingStatus status,
            @Nullable Instant cancellationLimit,
            @Nullable String name) {

        static Listed of(Booking booking, boolean named) {
            String name = (booking.userFirstName() == null ? "" : booking.userFirstName() + " ")
                    + (booking.userLastName() == null ? "" : booking.userLastName());
            return new Listed(
                    booking.id(),
                    booking.stockId(),
                    booking.quantity(),
                    booking.status(),
                    booking.cancellationLimit(),
                    named ? name.strip() : null);
        }

        boolean cancelled() {
            return status.equals(BookingStatus.CANCELLED);
        }

        boolean used() {
            return status.equals(BookingStatus.USED) || status.equals(BookingStatus.REIMBURSED);
        }
    }

    /** Everything but names. */
    void save(DataOutputStream out) throws IOException {
        out.writeInt(dates.size());
        for (Map.Entry<Long, Instant> date : dates.entrySet()) {
            out.writeLong(date.getKey());
            out.writeLong(date.getValue().toEpochMilli());
        }
        List<Listed> all = List.copyOf(bookings.values()); // more may be added meanwhile
        out.writeInt(all.size());
        for (Listed booking : all) {
            out.writeLong(booking.id());
            out.writeLong(booking.stockId());
            out.writeInt(booking.places());
            out.writeUTF(booking.status().value());
            out.writeLong(
                    booking.cancellationLimit() == null
                            ? NO_LIMIT
                            : booking.cancellationLimit().toEpochMilli());
        }
    }

    /** Takes back what was saved; what is tonight's may have changed since. */
    static TonightList restore(DataInputStream in, Predicate<Instant> isTonight) throws IOException {
        Map<Long, Instant> dates = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            dates.put(in.readLong(), Instant.ofEpochMilli(in.readLong()));
        }
        Map<Long, Listed> bookings = new ConcurrentHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            long id = in.readLong();
            long stockId = in.readLong();
            int places = in.readInt();
            BookingStatus status = BookingStatus.of(in.readUTF());
            long limit = in.readLong();
            bookings.put(
                    id,
                    new Listed(
                            id, stockId, places, status, limit == NO_LIMIT ? null : Instant.ofEpochMilli(limit), null));
        }
        return new TonightList(bookings, dates, tonight(dates, isTonight));
    }

    static Set<Long> tonight(Map<Long, Instant> dates, Predicate<Instant> isTonight) {
        return dates.entrySet().stream()
                .filter(date -> isTonight.test(date.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    int expected() {
        return bookings.values().stream()
                .filter(booking -> tonight.contains(booking.stockId()) && !booking.cancelled())
                .mapToInt(Listed::places)
                .sum();
    }

    /** What a booking is worth at the door of this evening. */
    Finding judge(String identity, Listed booking, Instant now) {
        OptionalLong reference = OptionalLong.of(booking.id());
        Verdict verdict = BookingAction.USE.judge(booking.status(), booking.cancellationLimit(), now);
        Verdict.Reason reason = verdict.reason();
        if (reason == Verdict.Reason.CANCELLED) {
            return new Finding.Refused(identity, ScanResult.CANCELLED, Optional.empty(), reference);
        }
        if (!tonight.contains(booking.stockId())) {
            Optional<Instant> beginning = Optional.ofNullable(dates.get(booking.stockId()));
            return new Finding.Refused(identity, ScanResult.NOT_TONIGHT, beginning, reference);
        }
        if (reason == null) {
            return new Finding.Good(identity, booking.places(), reference);
        }
        return switch (reason) {
            case ALREADY_USED, REIMBURSED ->
                new Finding.Refused(identity, ScanResult.USED_ELSEWHERE, Optional.empty(), reference);
            case VISITOR_MAY_STILL_CANCEL ->
                new Finding.Refused(identity, ScanResult.TOO_EARLY, Optional.ofNullable(verdict.limit()), reference);
            default -> new Finding.Unlisted(identity); // a state that this version does not know: ask
        };
    }

    /** What has changed since an older list. */
    RefreshReport since(TonightList before) {
        int added = 0;
        int cancelled = 0;
        int used = 0;
        int moved = 0;
        for (Listed booking : bookings.values()) {
            Listed old = before.bookings.get(booking.id());
            added += old == null ? 1 : 0;
            cancelled += old != null && !old.cancelled() && booking.cancelled() ? 1 : 0;
            used += old != null && !old.used() && booking.used() ? 1 : 0;
            moved += before.tonight.contains(booking.stockId()) && !tonight.contains(booking.stockId()) ? 1 : 0;
        }
        return new RefreshReport(bookings.size(), added, cancelled, used, moved);
    }
}
