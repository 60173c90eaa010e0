package fr.passerelle.catalogue;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.passerelle.catalogue.CatalogueMemory.Confirmed;
import fr.passerelle.catalogue.CatalogueMemory.Snapshot;
import fr.passerelle.catalogue.Change.Cause;
import fr.passerelle.catalogue.Change.Kind;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.ProductFilter;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the products that are wanted, or were, with what is there; only reads. For one plan. */
final class OwnProductPlanner {

    /** What the ids of one call may take of its address, so that it passes any server on the way. */
    private static final int MAX_QUERY = 4_000;

    private final PassCultureClient client;
    private final long venueId;
    private final Removal removal;
    private final Instant now;
    private final Snapshot memory;
    private final boolean triesAgain;
    private final Map<String, Confirmed> kept = new HashMap<>();
    private final List<EventPlan> plans = new ArrayList<>();
    private int unchanged;
    private int reads;

    OwnProductPlanner(
            PassCultureClient client, long venueId, Removal removal, Instant now, Snapshot memory, boolean triesAgain) {
        this.client = client;
        this.venueId = venueId;
        this.removal = removal;
        this.now = now;
        this.memory = memory;
        this.triesAgain = triesAgain;
    }

    SyncPlan plan(List<WantedOwnProduct> wanted) {
        Set<String> ids = new LinkedHashSet<>();
        wanted.forEach(product -> ids.add(product.id()));
        memory.events().keySet().stream().sorted().forEach(ids::add);
        Map<String, Product> there = read(ids);
        for (WantedOwnProduct product : wanted) {
            ids.remove(product.id());
            plan(product, Optional.ofNullable(there.get(product.id())));
        }
        for (String gone : ids) {
            Optional.ofNullable(there.get(gone)).ifPresent(product -> end(gone, product, Cause.GONE));
        }
        return new SyncPlan(venueId, plans, memory, kept, unchanged, reads, triesAgain);
    }

    private void plan(WantedOwnProduct wanted, Optional<Product> there) {
        switch (wanted.state()) {
            case ON_SALE -> offer(wanted.id(), wanted.draft().orElseThrow(), there);
            case CLOSED -> there.ifPresent(product -> end(wanted.id(), product, Cause.CLOSED));
            case CANCELLED -> there.ifPresent(product -> end(wanted.id(), product, Cause.CANCELLED));
            case AS_IS ->
                there.ifPresent(product -> {
                    keep(wanted.id());
                    unchanged++;
                });
        }
    }

    private void offer(String id, ProductDraft draft, Optional<Product> there) {
        String digest = Fingerprint.wanted(draft);
        Optional<Confirmed> before = memory.find(id);
        keep(id);
        ChangeMaker changes = new ChangeMaker(
                id,
                there.map(Product::name).orElse(draft.name()),
                before.filter(known -> known.wanted().equals(digest)).isPresent());
        String image =
                draft.image() == null ? before.map(Confirmed::image).orElse("") : Fingerprint.image(draft.image());
        List<Step> steps = new ArrayList<>();
        if (there.filter(OwnProductPlanner::isInReview).isPresent()) {
            steps.add(new Step.Tell(changes.product(Kind.KEPT, review(there.get()), List.of(), 0, 0)));
        } else if (!triesAgain
                && before.filter(known -> known.wanted().equals(Fingerprint.refused(digest))
                                && known.shown().equals(Fingerprint.shown(there)))
                        .isPresent()) {
            kept.put(id, before.get());
            steps.add(new Step.Tell(changes.product(Kind.KEPT, Cause.REFUSED, List.of(), 0, 0)));
        } else if (there.isEmpty()) {
            Change change = changes.product(Kind.CREATE, Cause.DIFFERS, List.of(), 0, 1);
            steps.add(new OwnProductSteps.Create(change, venueId, draft));
        } else {
            steps.addAll(compare(changes, there.get(), draft, before, image));
        }
        if (steps.isEmpty()) {
            kept.put(id, new Confirmed(digest, Fingerprint.shown(there), image));
            unchanged++;
        } else {
            plans.add(EventPlan.of(id, Optional.empty(), steps, List.of(), digest, image));
        }
    }

    private List<Step> compare(
            ChangeMaker changes, Product product, ProductDraft draft, Optional<Confirmed> before, String image) {
        List<Step> steps = new ArrayList<>();
        List<Gap> fixed = OwnProductComparison.fixed(product, draft);
        if (!fixed.isEmpty()) {
            steps.add(new Step.Tell(changes.product(Kind.KEPT, Cause.FIXED, fixed, 0, 0)));
        }
        Optional<Gap> otherImage = before.filter(known -> draft.image() != null
                        && !known.image().isEmpty()
                        && !known.image().equals(image))
                .map(known -> new Gap("image", MissingNode.getInstance(), TextNode.valueOf(image)));
        List<Gap> gaps = EventComparison.withImage(OwnProductComparison.changeable(product, draft, now), otherImage);
        if (!gaps.isEmpty()) {
            Change change = changes.product(Kind.UPDATE, Cause.DIFFERS, gaps, 0, 2);
            steps.add(new OwnProductSteps.Update(change, product, draft, gaps, otherImage));
        }
        return steps;
    }

    /** What is hidden already, and has nothing to cancel, has ended: one that is gone is forgotten then. */
    private void end(String id, Product product, Cause cause) {
        ChangeMaker changes = new ChangeMaker(id, product.name(), false);
        boolean closes = cause == Cause.CLOSED;
        long booked = OwnProductComparison.booked(product.stock());
        boolean cancels = !closes && removal == Removal.CANCEL_BOOKED;
        boolean hidden = product.status().equals(OfferStatus.INACTIVE);
        if (hidden && !(cancels && booked > 0)) {
            unchanged += cause == Cause.GONE ? 0 : 1;
            return;
        }
        keep(id);
        Step step;
        if (isInReview(product)) {
            step = new Step.Tell(changes.product(Kind.KEPT, review(product), List.of(), booked, 0));
        } else if (!closes && removal == Removal.KEEP) {
            step = new Step.Tell(changes.product(Kind.KEPT, Cause.POLICY, List.of(), booked, 0));
        } else {
            Kind kind = booked == 0 ? Kind.WITHDRAW : cancels ? Kind.CANCEL : Kind.CLOSE;
            step = new OwnProductSteps.End(
                    changes.product(kind, cause, List.of(), booked, 1), product, cancels && product.stock() != null);
        }
        plans.add(EventPlan.of(id, Optional.empty(), List.of(), List.of(step), "", ""));
    }

    /** It is this catalogue's from now on; whether it is as wanted is not known. */
    private void keep(String id) {
        kept.put(id, new Confirmed("", "", memory.find(id).map(Confirmed::image).orElse("")));
    }

    private static boolean isInReview(Product product) {
        return product.status().equals(OfferStatus.PENDING) || product.status().equals(OfferStatus.REJECTED);
    }

    private static Cause review(Product product) {
        return product.status().equals(OfferStatus.PENDING) ? Cause.UNDER_REVIEW : Cause.REJECTED;
    }

    /** By their ids: a venue's list would show all its books as well, which may be many thousands. */
    private Map<String, Product> read(Collection<String> ids) {
        Map<String, Product> there = new HashMap<>();
        List<String> some = new ArrayList<>();
        int length = 0;
        for (String id : ids) {
            int more = URLEncoder.encode(id, StandardCharsets.UTF_8).length() + 1;
            if (some.size() == DateReads.PAGE || (!some.isEmpty() && length + more > MAX_QUERY)) {
                readPage(some, there);
                some.clear();
                length = 0;
            }
            some.add(id);
            length += more;
        }
        if (!some.isEmpty()) {
            readPage(some, there);
        }
        return there;
    }

    /** An id is one product's at a venue (partner-api 5.1), so that a page holds all of them. */
    private void readPage(List<String> ids, Map<String, Product> there) {
        ProductFilter filter = ProductFilter.builder()
                .venueId(venueId)
                .addAllIdsAtProvider(ids)
                .build();
        reads++;
        Iterator<List<Product>> pages = client.products().list(filter).pages().iterator();
        if (pages.hasNext()) {
            pages.next().forEach(product -> there.put(String.valueOf(product.idAtProvider()), product));
        }
    }
}
