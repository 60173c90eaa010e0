package fr.passerelle.season.demo;

import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Texts;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.agenda.Performance;
import fr.passerelle.season.publish.Outcome;
import fr.passerelle.season.publish.Publisher;
import fr.passerelle.season.report.OutcomeReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Overnight the agenda changes, and the programme follows: all is compared, and only what differs is sent. */
final class Overnight {

    private static final Duration LATER = Duration.ofDays(1);

    private final Publisher publisher;
    private final Venues venues;
    private final Console console;
    private final Texts texts;

    Overnight(Publisher publisher, Venues venues, Console console, Texts texts) {
        this.publisher = publisher;
        this.venues = venues;
        this.console = console;
        this.texts = texts;
    }

    /**
     * Moves the last performance of the first listing that has several by a day, and publishes the agenda again.
     *
     * @param booked the names of events that are left alone
     */
    void change(List<AgendaEntry> agenda, Set<String> booked) {
        List<Listing> listings = agenda.stream()
                .filter(Listing.class::isInstance)
                .map(Listing.class::cast)
                .toList();
        Optional<Listing> changes = listings.stream()
                .filter(listing -> listing.performances().size() > 1 && !booked.contains(listing.title()))
                .findFirst();
        changes.ifPresent(changed -> {
            console.heading(texts.of("demo.overnight"));
            publish(listings.stream()
                    .map(listing -> listing.equals(changed) ? moved(listing) : listing)
                    .toList());
        });
    }

    private static Listing moved(Listing listing) {
        List<Performance> performances = new ArrayList<>(listing.performances());
        Performance last = performances.remove(performances.size() - 1);
        performances.add(
                new Performance(last.printed().plus(LATER), last.begin().plus(LATER), last.duration()));
        return new Listing(
                listing.id(),
                listing.title(),
                listing.description(),
                listing.place(),
                performances,
                listing.durationMinutes(),
                listing.prices(),
                listing.category(),
                listing.accessibility(),
                listing.onlineUrl(),
                listing.zone(),
                listing.point(),
                listing.postalCode(),
                listing.picture(),
                listing.notes());
    }

    private void publish(List<Listing> listings) {
        Map<Long, List<AgendaEntry>> byVenue = listings.stream()
                .collect(Collectors.groupingBy(
                        listing -> venues.idOf(listing.place()), LinkedHashMap::new, Collectors.toList()));
        OutcomeReport report = new OutcomeReport(console, texts);
        int unchanged = 0;
        int reads = 0;
        int calls = 0;
        for (Map.Entry<Long, List<AgendaEntry>> venue : byVenue.entrySet()) {
            Publisher.Prepared prepared = publisher.prepare(venue.getValue(), venue.getKey());
            unchanged += prepared.plan().unchanged();
            reads += prepared.plan().reads();
            calls += prepared.plan().calls();
            SyncReport done = prepared.apply(result -> {});
            done.stoppedBy().ifPresent(stopped -> {
                throw stopped;
            });
            prepared.done(done).stream().filter(Outcome::isChanged).forEach(report::tell);
        }
        console.line(texts.of("demo.followed", texts.count("record", unchanged), reads, calls));
    }
}
