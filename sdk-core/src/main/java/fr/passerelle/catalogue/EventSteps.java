package fr.passerelle.catalogue;

import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.passculture.shown.Shown;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is done to an event itself. */
final class EventSteps {

    private EventSteps() {}

    /** Makes it, with its prices. */
    static final class Create extends Step {

        private final long venueId;
        private final EventDraft draft;

        Create(Change change, long venueId, EventDraft draft) {
            super(change);
            this.venueId = venueId;
            this.draft = draft;
        }

        @Override
        ChangeResult run(EventWriter writer) {
            writer.written(writer.client.events().create(draft));
            return done();
        }

        @Override
        Optional<ChangeResult> settled(EventWriter writer) {
            EventFilter same = EventFilter.builder()
                    .venueId(venueId)
                    .addIdsAtProvider(Objects.requireNonNull(draft.idAtProvider()))
                    .build();
            Optional<Event> there = writer.client.events().list(same).stream().findFirst();
            boolean asSent = there.filter(event -> Shown.shows(event, draft)).isPresent();
            if (asSent) {
                there.ifPresent(writer::written);
            }
            return made(there.isPresent(), asSent);
        }

        @Override
        Optional<String> stops(Step later) {
            return Optional.of("its event could not be made");
        }
    }

    /** Changes what differs. */
    static final class Update extends Step {

        private final EventDraft draft;
        private final List<Gap> planned;
        private final Optional<Gap> image;

        /**
         * A change.
         *
         * @param image that the picture is another one, which the programme cannot show
         */
        Update(Change change, EventDraft draft, List<Gap> planned, Optional<Gap> image) {
            super(change);
            this.draft = draft;
            this.planned = planned;
            this.image = image;
        }

        @Override
        ChangeResult run(EventWriter writer) {
            Event fresh = writer.fresh();
            List<Gap> gaps = EventComparison.withImage(EventComparison.changeable(fresh, draft, writer.now()), image);
            if (gaps.isEmpty()) {
                return unchanged("it is so already");
            }
            if (!gaps.equals(planned)) {
                return overtaken();
            }
            writer.written(writer.client.events().update(fresh.id(), EventComparison.patch(draft, gaps)));
            return done();
        }

        @Override
        boolean holds(EventWriter writer) {
            return image.isEmpty()
                    && EventComparison.changeable(writer.reread(), draft, writer.now())
                            .isEmpty();
        }
    }

    /** Takes it out of sight: nothing more is sold, and its bookings stay. */
    static final class Hide extends Step {

        Hide(Change change) {
            super(change);
        }

        @Override
        ChangeResult run(EventWriter writer) {
            writer.written(writer.client
                    .events()
                    .update(
                            writer.id(),
                            EventPatch.builder()
                                    .publication(Publication.never())
                                    .build()));
            return done();
        }

        @Override
        boolean holds(EventWriter writer) {
            return writer.reread().status().equals(OfferStatus.INACTIVE);
        }

        @Override
        Optional<String> stops(Step later) {
            return later instanceof DateSteps.Delete
                    ? Optional.of("its event could not be taken off sale")
                    : Optional.empty();
        }
    }
}
