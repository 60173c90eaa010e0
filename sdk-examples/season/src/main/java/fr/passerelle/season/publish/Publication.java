package fr.passerelle.season.publish;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.ThrottledException;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.agenda.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A whole agenda on its way to the programme: every record ends published or refused with a reason, and none keeps
 * another one from being published.
 */
public final class Publication {

    private final List<Prepared> records;

    /**
     * Holds the records against the rules; sends nothing.
     *
     * @param entries the records, in the order of the file
     * @param venues the venue that sells each listing
     * @param now what "in the future" is measured against
     */
    public Publication(List<AgendaEntry> entries, ToLongFunction<Listing> venues, Terms terms, Instant now) {
        records = entries.stream()
                .map(entry -> prepared(entry, venues, terms, now))
                .toList();
    }

    /** How many records there are. */
    public int size() {
        return records.size();
    }

    /** How many of them can be sent. */
    public int planCount() {
        return plans().size();
    }

    /** What would be new if the programme knew nothing of this agenda; asks nobody. */
    public List<Outcome> preview() {
        return records.stream()
                .<Outcome>map(record -> record instanceof Plan plan
                        ? new Outcome.Published(Change.all(plan), null, List.of())
                        : (Outcome.Refused) record)
                .toList();
    }

    /** What would change at the programme; only reads. */
    public void compare(Publisher publisher, Consumer<Outcome> told) {
        forEach(publisher, told, change -> new Outcome.Published(change, change.known(), change.knownDates()));
    }

    /**
     * Publishes.
     *
     * @param told hears of each record as soon as it is dealt with
     * @throws fr.passerelle.error.CallException if it makes no sense to go on: the key is not accepted, or nobody
     *     answers
     */
    public void publish(Publisher publisher, Consumer<Outcome> told) {
        forEach(publisher, told, publisher::apply);
    }

    private interface Action {
        Outcome done(Change change);
    }

    private void forEach(Publisher publisher, Consumer<Outcome> told, Action action) {
        Map<String, Event> known = publisher.known(plans());
        for (Prepared record : records) {
            told.accept(
                    record instanceof Plan plan
                            ? outcome(publisher, plan, known.get(Plan.idOf(plan.listing())), action)
                            : (Outcome.Refused) record);
        }
    }

    private static Outcome outcome(Publisher publisher, Plan plan, @Nullable Event known, Action action) {
        try {
            return action.done(publisher.compare(plan, known));
        } catch (AuthenticationException | ThrottledException hopeless) {
            throw hopeless;
        } catch (ApiException refused) {
            return new Outcome.Refused(
                    plan.listing().title(), new Reason.RefusedByProgramme(refused.status(), refused.errors()));
        }
    }

    private List<Plan> plans() {
        return records.stream()
                .filter(Plan.class::isInstance)
                .map(Plan.class::cast)
                .toList();
    }

    private static Prepared prepared(AgendaEntry entry, ToLongFunction<Listing> venues, Terms terms, Instant now) {
        if (entry instanceof Listing listing) {
            try {
                return Plan.of(listing, venues.applyAsLong(listing), terms, now);
            } catch (RuleViolationException broken) {
                return new Outcome.Refused(entry.title(), new Reason.AgainstRules(broken.violations()));
            }
        }
        return new Outcome.Refused(entry.title(), new Reason.Unreadable(((Refusal) entry).reason()));
    }
}
