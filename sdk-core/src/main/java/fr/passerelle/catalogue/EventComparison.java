package fr.passerelle.catalogue;

import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.value.Patch;
import fr.passerelle.passculture.shown.Shown;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs between an event as it is wanted and as the programme shows it, and the patch that mends it. */
final class EventComparison {

    /** What a patch cannot carry (partner-api 5.1). */
    private static final Set<String> FIXED = Set.of("hasTicket");

    private static final Map<String, BiConsumer<EventPatch.Builder, EventDraft>> PATCHES = Map.ofEntries(
            Map.entry("name", (patch, draft) -> patch.name(draft.name())),
            Map.entry("description", (patch, draft) -> patch.description(to(draft.description()))),
            Map.entry("accessibility", (patch, draft) -> patch.accessibility(draft.accessibility())),
            Map.entry("bookingContact", (patch, draft) -> patch.bookingContact(draft.bookingContact())),
            Map.entry("bookingEmail", (patch, draft) -> patch.bookingEmail(to(draft.bookingEmail()))),
            Map.entry("categoryRelatedFields", (patch, draft) -> patch.category(draft.category())),
            Map.entry("enableDoubleBookings", (patch, draft) -> patch.duo(draft.duo())),
            Map.entry("eventDuration", (patch, draft) -> patch.durationMinutes(draft.durationMinutes())),
            Map.entry(
                    "externalTicketOfficeUrl",
                    (patch, draft) -> patch.externalTicketOfficeUrl(to(draft.externalTicketOfficeUrl()))),
            Map.entry(
                    "itemCollectionDetails",
                    (patch, draft) -> patch.itemCollectionDetails(to(draft.itemCollectionDetails()))),
            Map.entry("location", (patch, draft) -> patch.location(draft.location())),
            Map.entry("image", (patch, draft) -> patch.image(draft.image())),
            Map.entry("publicationDatetime", (patch, draft) -> patch.publication(draft.publication())),
            Map.entry(
                    "bookingAllowedDatetime",
                    (patch, draft) -> patch.bookingAllowedDatetime(to(draft.bookingAllowedDatetime()))),
            Map.entry("videoUrl", (patch, draft) -> patch.videoUrl(to(draft.videoUrl()))));

    private EventComparison() {}

    /** What can be changed. An instant that has passed counts as reached: none can be sent. */
    static List<Gap> changeable(Event event, EventDraft draft, Instant now) {
        return Shown.gaps(event, draft).stream()
                .filter(gap -> !isFixed(event, draft, gap))
                .filter(gap -> !isReached(
                        gap, draft.publication(), draft.bookingAllowedDatetime(), event.publicationDatetime(), now))
                .toList();
    }

    /** What cannot. */
    static List<Gap> fixed(Event event, EventDraft draft) {
        return Shown.gaps(event, draft).stream()
                .filter(gap -> isFixed(event, draft, gap))
                .toList();
    }

    /** With a picture that is another one, which the programme cannot show. */
    static List<Gap> withImage(List<Gap> gaps, Optional<Gap> image) {
        boolean told = gaps.stream().anyMatch(gap -> gap.field().equals("image"));
        return told ? gaps : Stream.concat(gaps.stream(), image.stream()).toList();
    }

    /** Carries what differs, and nothing else; an event on line must name its place as well (operation 17). */
    static EventPatch patch(EventDraft draft, List<Gap> gaps) {
        EventPatch.Builder patch = EventPatch.builder();
        gaps.forEach(gap -> Objects.requireNonNull(PATCHES.get(gap.field())).accept(patch, draft));
        if (draft.location() instanceof Location.Digital) {
            patch.location(draft.location());
        }
        return patch.build();
    }

    private static boolean isFixed(Event event, EventDraft draft, Gap gap) {
        boolean otherCategory = gap.field().equals("categoryRelatedFields")
                && !event.category().id().equals(draft.category().id());
        return otherCategory || FIXED.contains(gap.field()) || !PATCHES.containsKey(gap.field());
    }

    /**
     * Whether an offer need not be told of an instant any more.
     *
     * @param publication when it is to be seen
     * @param opening when its bookings are to open
     * @param published when it is shown to be seen
     */
    static boolean isReached(
            Gap gap,
            @Nullable Publication publication,
            @Nullable Instant opening,
            @Nullable Instant published,
            Instant now) {
        return switch (gap.field()) {
            case "publicationDatetime" ->
                Optional.ofNullable(publication)
                        .map(Publication::instant)
                        .filter(wanted -> bothPassed(wanted, published, now))
                        .isPresent();
            case "bookingAllowedDatetime" -> opening != null && !opening.isAfter(now);
            default -> false;
        };
    }

    private static boolean bothPassed(Instant wanted, @Nullable Instant shown, Instant now) {
        return !wanted.isAfter(now) && shown != null && !shown.isAfter(now);
    }

    private static <T> Patch<T> to(@Nullable T value) {
        return value == null ? Patch.keep() : Patch.to(value);
    }
}
