package fr.passerelle.catalogue;

import fr.passerelle.error.NotFoundException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.ProductFilter;
import fr.passerelle.model.offer.ProductPatch;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.passculture.shown.Shown;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is done to a product with an own id. */
final class OwnProductSteps {

    private OwnProductSteps() {}

    /** One that knows what the programme showed last. */
    abstract static class OwnProductStep extends Step {

        private Optional<Product> seen;

        OwnProductStep(Change change, Optional<Product> planned) {
            super(change);
            this.seen = planned;
        }

        final Optional<Product> seen() {
            return seen;
        }

        final Product saw(Product product) {
            seen = Optional.of(product);
            return product;
        }

        final long id() {
            return seen.orElseThrow().id();
        }

        final Product reread(EventWriter writer) {
            return saw(writer.client.products().get(id()));
        }
    }

    /** Makes it, with its stock. */
    static final class Create extends OwnProductStep {

        private final long venueId;
        private final ProductDraft draft;

        Create(Change change, long venueId, ProductDraft draft) {
            super(change, Optional.empty());
            this.venueId = venueId;
            this.draft = draft;
        }

        @Override
        ChangeResult run(EventWriter writer) {
            saw(writer.client.products().create(draft));
            return done();
        }

        @Override
        Optional<ChangeResult> settled(EventWriter writer) {
            ProductFilter same = ProductFilter.builder()
                    .venueId(venueId)
                    .addIdsAtProvider(Objects.requireNonNull(draft.idAtProvider()))
                    .build();
            Optional<Product> there =
                    writer.client.products().list(same).stream().findFirst();
            boolean asSent =
                    there.filter(product -> Shown.shows(product, draft)).isPresent();
            if (asSent) {
                there.ifPresent(this::saw);
            }
            return made(there.isPresent(), asSent);
        }
    }

    /** Changes what differs. */
    static final class Update extends OwnProductStep {

        private final ProductDraft draft;
        private final List<Gap> planned;
        private final Optional<Gap> image;

        /**
         * A change.
         *
         * @param image that the picture is another one, which the programme cannot show
         */
        Update(Change change, Product shown, ProductDraft draft, List<Gap> planned, Optional<Gap> image) {
            super(change, Optional.of(shown));
            this.draft = draft;
            this.planned = planned;
            this.image = image;
        }

        @Override
        ChangeResult run(EventWriter writer) {
            return DateSteps.countsPlaces(planned)
                    ? Step.countedAnew(options -> write(writer, options))
                    : write(writer, RequestOptions.none());
        }

        private ChangeResult write(EventWriter writer, RequestOptions options) {
            Product fresh;
            try {
                fresh = reread(writer);
            } catch (NotFoundException gone) {
                return overtaken();
            }
            List<Gap> gaps =
                    EventComparison.withImage(OwnProductComparison.changeable(fresh, draft, writer.now()), image);
            if (gaps.isEmpty()) {
                return unchanged("it is so already");
            }
            if (!gaps.equals(planned)) {
                return overtaken();
            }
            saw(writer.client
                    .products()
                    .with(options)
                    .update(fresh.id(), OwnProductComparison.patch(fresh, draft, gaps)));
            return done();
        }

        @Override
        boolean holds(EventWriter writer) {
            return image.isEmpty()
                    && OwnProductComparison.changeable(reread(writer), draft, writer.now())
                            .isEmpty();
        }
    }

    /** Takes it out of sight: nothing more is sold; its bookings stay, or are cancelled with its stock. */
    static final class End extends OwnProductStep {

        private final boolean cancels;

        End(Change change, Product shown, boolean cancels) {
            super(change, Optional.of(shown));
            this.cancels = cancels;
        }

        @Override
        ChangeResult run(EventWriter writer) {
            ProductPatch.Builder patch = ProductPatch.builder().publication(Publication.never());
            if (cancels) {
                patch.deleteStock();
            }
            try {
                saw(writer.client.products().update(id(), patch.build()));
                return done();
            } catch (NotFoundException gone) {
                return unchanged("it is gone already");
            }
        }

        @Override
        boolean holds(EventWriter writer) {
            Product now = reread(writer);
            boolean hidden = now.status().equals(OfferStatus.INACTIVE);
            return hidden && !(cancels && now.stock() != null);
        }
    }
}
