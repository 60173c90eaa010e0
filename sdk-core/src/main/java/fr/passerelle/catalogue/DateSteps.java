package fr.passerelle.catalogue;

import fr.passerelle.error.NotFoundException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.shown.Shown;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is done to the dates of an event. */
final class DateSteps {

    private static final String GONE = "it is gone already";

    private DateSteps() {}

    /** Makes those that are missing, in one call: all or none. */
    static final class Create extends Step {

        private final List<WantedDate> dates;

        Create(Change change, List<WantedDate> dates) {
            super(change);
            this.dates = dates;
        }

        @Override
        ChangeResult run(EventWriter writer) {
            List<DateDraft> drafts = new ArrayList<>();
            for (WantedDate date : dates) {
                Optional<Long> price = writer.priceId(date.price());
                if (price.isEmpty()) {
                    return skipped("its price could not be made");
                }
                drafts.add(date.draft(price.get()));
            }
            writer.dates().create(drafts);
            return done();
        }

        /** All are there or none: if the first is not, none is. */
        @Override
        Optional<ChangeResult> settled(EventWriter writer) {
            if (writer.dates().list(List.of(dates.get(0).id())).stream()
                    .findFirst()
                    .isEmpty()) {
                return Optional.empty();
            }
            Map<String, EventDate> there = writer.dates().list().stream()
                    .collect(Collectors.toMap(
                            date -> String.valueOf(date.idAtProvider()), date -> date, (one, other) -> one));
            return made(
                    true,
                    dates.stream()
                            .allMatch(date -> Optional.ofNullable(there.get(date.id()))
                                    .filter(shown -> writer.priceId(date.price())
                                            .filter(price -> Shown.shows(shown, date.draft(price)))
                                            .isPresent())
                                    .isPresent()));
        }

        /** What they may replace goes on selling; what is over in the catalogue does not. */
        @Override
        Optional<String> stops(Step later) {
            boolean replaces =
                    later instanceof Delete || (later instanceof Close && later.change.cause() == Change.Cause.BOOKED);
            return replaces ? Optional.of("its new dates could not be made") : Optional.empty();
        }
    }

    /**
     * Changes what differs. Places are counted from what is booked: a write of them that was surely not done is never
     * sent again as it was, but counted anew.
     */
    static final class Update extends Step {

        private final long id;
        private final WantedDate wanted;
        private final boolean ticketed;
        private final List<Gap> planned;

        Update(Change change, long id, WantedDate wanted, boolean ticketed, List<Gap> planned) {
            super(change);
            this.id = id;
            this.wanted = wanted;
            this.ticketed = ticketed;
            this.planned = planned;
        }

        @Override
        ChangeResult run(EventWriter writer) {
            Optional<Long> price = writer.priceId(wanted.price());
            if (price.isEmpty()) {
                return skipped("its price could not be made");
            }
            DateDraft draft = wanted.draft(price.get());
            return countsPlaces(planned)
                    ? countedAnew(options -> write(writer, draft, options))
                    : write(writer, draft, RequestOptions.none());
        }

        /** Reads, unless nothing was written since, and writes. */
        private ChangeResult write(EventWriter writer, DateDraft draft, RequestOptions options) {
            Optional<EventDate> fresh = writer.date(id, countsPlaces(planned));
            if (fresh.isEmpty()) {
                return overtaken();
            }
            List<Gap> gaps = DateComparison.gaps(fresh.get(), draft, ticketed, writer.now());
            if (gaps.isEmpty()) {
                return unchanged("it is so already");
            }
            if (!same(gaps)) {
                return overtaken();
            }
            writer.dateWritten();
            writer.dates().with(options).update(id, DateComparison.patch(fresh.get(), draft, gaps));
            long tooMany =
                    fresh.get().bookedQuantity() - wanted.capacity().count().orElse(Long.MAX_VALUE);
            return tooMany <= 0
                    ? done()
                    : new ChangeResult(
                            change,
                            ChangeResult.State.DONE,
                            "closed, and " + tooMany + " more are booked than there are places",
                            Optional.empty());
        }

        /** A price that was made since the plan has got its number only now. */
        private boolean same(List<Gap> gaps) {
            return withoutPrice(gaps).equals(withoutPrice(planned))
                    && DateComparison.has(gaps, DateComparison.PRICE)
                            == DateComparison.has(planned, DateComparison.PRICE);
        }

        private static List<Gap> withoutPrice(List<Gap> gaps) {
            return gaps.stream()
                    .filter(gap -> !gap.field().equals(DateComparison.PRICE))
                    .toList();
        }

        @Override
        boolean holds(EventWriter writer) {
            return writer.priceId(wanted.price())
                    .flatMap(price -> writer.readDate(id)
                            .map(date -> DateComparison.gaps(date, wanted.draft(price), ticketed, writer.now())))
                    .filter(List::isEmpty)
                    .isPresent();
        }
    }

    /** Whether a patch needs to know how many are booked right now. */
    static boolean countsPlaces(List<Gap> gaps) {
        return DateComparison.has(gaps, DateComparison.PLACES);
    }

    /** Sells nothing more of it. */
    static final class Close extends Step {

        private final long id;

        Close(Change change, long id) {
            super(change);
            this.id = id;
        }

        @Override
        ChangeResult run(EventWriter writer) {
            writer.dateWritten();
            try {
                closed(writer, id);
                return done();
            } catch (NotFoundException gone) {
                return unchanged(GONE);
            }
        }

        @Override
        boolean holds(EventWriter writer) {
            return writer.readDate(id)
                    .filter(date -> date.remaining().equals(Remaining.of(0)))
                    .isPresent();
        }
    }

    /** Sells nothing more of it; as it is from then on. */
    private static EventDate closed(EventWriter writer, long id) {
        return writer.dates()
                .update(id, DatePatch.builder().remaining(Remaining.of(0)).build());
    }

    /** Deletes it. One that may only go unbooked is closed first: what nobody can book any more stays unbooked. */
    static final class Delete extends Step {

        private final long id;
        private final boolean onlyUnbooked;

        Delete(Change change, long id, boolean onlyUnbooked) {
            super(change);
            this.id = id;
            this.onlyUnbooked = onlyUnbooked;
        }

        @Override
        ChangeResult run(EventWriter writer) {
            writer.dateWritten();
            try {
                if (onlyUnbooked && closed(writer, id).bookedQuantity() > 0) {
                    return skipped("somebody has booked it since the plan was made: closed, its bookings kept");
                }
                writer.dates().delete(id);
                return done();
            } catch (NotFoundException gone) {
                return gone.afterLostResponse() ? done() : unchanged(GONE);
            }
        }

        @Override
        boolean holds(EventWriter writer) {
            return writer.readDate(id).isEmpty();
        }
    }
}
