package fr.passerelle.catalogue;

import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One event of the vendor's catalogue, with the id that finds it at the programme. What the draft of an event on sale
 * leaves out stays as it is at the programme, whoever set it; a publication that is left out is one at once.
 */
public final class WantedEvent {

    /** What the catalogue says of an event, or of a product with an own id. */
    public enum State {
        /** It takes place, or is handed out, and is sold. */
        ON_SALE,
        /** Nothing more of it is sold: it is hidden; its dates, or its stock, and its bookings stay. */
        CLOSED,
        /** It does not take place, or is not handed out: what becomes of its bookings, {@link Removal} says. */
        CANCELLED,
        /** The catalogue cannot say: it stays as it is, and does not count as gone. */
        AS_IS
    }

    private final String id;
    private final State state;
    private final Optional<EventDraft> draft;
    private final List<WantedDate> dates;

    private WantedEvent(String id, State state, Optional<EventDraft> draft, List<WantedDate> dates) {
        this.id = id;
        this.state = state;
        this.draft = draft;
        this.dates = List.copyOf(dates);
    }

    /**
     * An event on sale. The event, its prices and its dates carry the vendor's own ids, without commas.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an id is missing, holds a comma or comes twice, if a
     *     date names a price that the event has not, or if there are more than 2 500 dates
     */
    public static WantedEvent onSale(EventDraft event, List<WantedDate> dates) {
        RuleCheck check = new RuleCheck();
        id(check, "idAtProvider", event.idAtProvider());
        Set<String> prices = new HashSet<>();
        for (int i = 0; i < event.priceCategories().size(); i++) {
            PriceCategoryDraft price = event.priceCategories().get(i);
            id(check, "priceCategories." + i + ".idAtProvider", price.idAtProvider());
            prices.add(String.valueOf(price.idAtProvider()));
        }
        for (int i = 0; i < dates.size(); i++) {
            String price = dates.get(i).price();
            check.require(prices.contains(price), "dates." + i + ".priceCategoryId", RuleCode.UNKNOWN_VALUE);
        }
        check.size("dates", dates, DateDraft.MAX_PER_EVENT)
                .unique(dates.stream().map(WantedDate::id).toList(), i -> "dates." + i + ".idAtProvider")
                .raise();
        EventDraft draft = event.publication() == null
                ? event.toBuilder().publication(Publication.now()).build()
                : event;
        return new WantedEvent(Objects.requireNonNull(event.idAtProvider()), State.ON_SALE, Optional.of(draft), dates);
    }

    /** An event of which nothing more is sold. */
    public static WantedEvent closed(String id) {
        return withoutDraft(id, State.CLOSED);
    }

    /** An event that does not take place. */
    public static WantedEvent cancelled(String id) {
        return withoutDraft(id, State.CANCELLED);
    }

    /** An event that is to be left as it is. */
    public static WantedEvent asIs(String id) {
        return withoutDraft(id, State.AS_IS);
    }

    private static WantedEvent withoutDraft(String id, State state) {
        RuleCheck check = new RuleCheck();
        id(check, "idAtProvider", id);
        check.raise();
        return new WantedEvent(id, state, Optional.empty(), List.of());
    }

    private static void id(RuleCheck check, String path, @Nullable String id) {
        check.required(path, id).text(path, id, 1, Integer.MAX_VALUE);
        check.require(id == null || id.indexOf(',') < 0, path, RuleCode.HOLDS_COMMA);
    }

    /** The vendor's own name for it. */
    public String id() {
        return id;
    }

    /** What the catalogue says of it. */
    public State state() {
        return state;
    }

    /** What it is, with its prices; there for an event on sale only. */
    public Optional<EventDraft> draft() {
        return draft;
    }

    /** Its performances in each price; those that have begun are not looked at. */
    public List<WantedDate> dates() {
        return dates;
    }

    @Override
    public String toString() {
        return "WantedEvent[" + id + " " + state + ", " + dates.size() + " dates]";
    }
}
