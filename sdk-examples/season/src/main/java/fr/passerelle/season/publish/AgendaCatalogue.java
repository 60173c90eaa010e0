package fr.passerelle.season.publish;

import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.Change.Cause;
import fr.passerelle.catalogue.Change.Kind;
import fr.passerelle.catalogue.Change.Subject;
import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.Finding;
import fr.passerelle.season.agenda.FindingCode;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.agenda.Refusal;
import fr.passerelle.season.picture.Illustration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An agenda as the catalogue of a venue: what it wants sold, and what it wants to end. */
public final class AgendaCatalogue {

    /** It does not take place on the dates that may be on sale. */
    private static final Set<FindingCode> ENDS = Set.of(FindingCode.STATUS_CANCELLED, FindingCode.STATUS_POSTPONED);

    /** It may take place, and nothing more of it is to be sold. */
    private static final Set<FindingCode> CLOSES =
            Set.of(FindingCode.STATUS_FULL, FindingCode.STATE_REFUSED, FindingCode.STATE_NOT_PUBLISHED);

    private final List<Row> rows;

    /** One record; what cannot be found again is not wanted in any way. */
    private record Row(
            String title, Optional<Offering> offering, Optional<Reason> refusal, Optional<WantedEvent> wanted) {}

    /** Holds the records against the rules, without their pictures; asks nobody. */
    public AgendaCatalogue(List<AgendaEntry> entries, long venueId, Terms terms, Instant now) {
        this(entries, venueId, terms, now, listing -> Illustration.NONE);
    }

    /**
     * Holds the records against the rules; asks nobody but for pictures.
     *
     * @param entries the records, in the order of the file
     * @param venueId the venue that sells them
     * @param now what "in the future" is measured against
     * @param pictures finds the picture of what is to be sold
     */
    public AgendaCatalogue(
            List<AgendaEntry> entries,
            long venueId,
            Terms terms,
            Instant now,
            Function<Listing, Illustration> pictures) {
        rows = entries.stream()
                .map(entry -> row(entry, venueId, terms, now, pictures))
                .toList();
    }

    /** What the programme is to have. */
    public List<WantedEvent> wanted() {
        return rows.stream().flatMap(row -> row.wanted().stream()).toList();
    }

    /** Whether a record of the file is about an event. */
    boolean has(String event) {
        return wanted().stream().anyMatch(wanted -> wanted.id().equals(event));
    }

    /** The vendor's own names of the events whose dates were moved here, and not by the agenda. */
    public Set<String> shifted() {
        return rows.stream()
                .flatMap(row -> row.offering().stream())
                .filter(Offering::isShifted)
                .map(offering -> offering.wanted().id())
                .collect(Collectors.toSet());
    }

    /** What becomes of each record, in the order of the file, and then of what the file does not have any more. */
    public List<Outcome> outcomes(List<Change> changes, List<ChangeResult> results) {
        Map<String, List<Change>> byEvent = changes.stream().collect(Collectors.groupingBy(Change::offer));
        Map<String, List<ChangeResult>> done = results.stream()
                .collect(Collectors.groupingBy(result -> result.change().offer()));
        Set<String> inTheFile = new HashSet<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Row row : rows) {
            String id = row.wanted().map(WantedEvent::id).orElse("");
            inTheFile.add(id);
            outcomes.add(new Outcome(
                    row.title(),
                    row.offering(),
                    row.refusal(),
                    byEvent.getOrDefault(id, List.of()),
                    done.getOrDefault(id, List.of())));
        }
        changes.stream()
                .map(Change::offer)
                .distinct()
                .filter(id -> !inTheFile.contains(id))
                .forEach(id -> {
                    List<Change> ends = byEvent.getOrDefault(id, List.of());
                    outcomes.add(new Outcome(
                            ends.get(0).title(),
                            Optional.empty(),
                            Optional.empty(),
                            ends,
                            done.getOrDefault(id, List.of())));
                });
        return outcomes;
    }

    /** What would become of each record if the programme knew nothing of this agenda. */
    public List<Outcome> preview() {
        return outcomes(
                rows.stream()
                        .flatMap(row -> row.offering().stream())
                        .map(AgendaCatalogue::making)
                        .toList(),
                List.of());
    }

    private static Change making(Offering offering) {
        return new Change(
                Kind.CREATE,
                Subject.EVENT,
                offering.wanted().id(),
                offering.listing().title(),
                List.of(),
                Optional.empty(),
                List.of(),
                Cause.DIFFERS,
                0,
                1,
                false);
    }

    private static Row row(
            AgendaEntry entry, long venueId, Terms terms, Instant now, Function<Listing, Illustration> pictures) {
        if (entry instanceof Refusal refusal) {
            Optional<String> id = Optional.ofNullable(refusal.id()).map(StableId::ofEvent);
            return new Row(
                    entry.title(),
                    Optional.empty(),
                    Optional.of(new Reason.Unreadable(refusal.reason())),
                    id.map(known -> without(known, refusal.reason())));
        }
        Listing listing = (Listing) entry;
        try {
            // What breaks a rule needs no picture.
            Offering.of(listing, Illustration.NONE, venueId, terms, now);
            Offering offering = Offering.of(listing, pictures.apply(listing), venueId, terms, now);
            return new Row(entry.title(), Optional.of(offering), Optional.empty(), Optional.of(offering.wanted()));
        } catch (RuleViolationException broken) {
            return new Row(
                    entry.title(),
                    Optional.empty(),
                    Optional.of(new Reason.AgainstRules(broken.violations())),
                    Optional.of(WantedEvent.asIs(StableId.ofEvent(listing.id()))));
        }
    }

    /** A record that is only not understood ends nothing. */
    private static WantedEvent without(String id, Finding reason) {
        if (ENDS.contains(reason.code())) {
            return WantedEvent.cancelled(id);
        }
        if (CLOSES.contains(reason.code())) {
            return WantedEvent.closed(id);
        }
        if (reason.code() == FindingCode.STATUS_IN_TITLE) {
            boolean full =
                    String.join("", reason.details()).toLowerCase(Locale.ROOT).startsWith("compl");
            return full ? WantedEvent.closed(id) : WantedEvent.cancelled(id);
        }
        return WantedEvent.asIs(id);
    }
}
