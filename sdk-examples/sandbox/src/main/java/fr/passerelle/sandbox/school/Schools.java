package fr.passerelle.sandbox.school;

import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Table;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the world that concerns schools. Guarded by the world's lock, dropped with the world. */
public final class Schools {

    public final Table<Institution> institutions = new Table<>();
    public final Table<NationalProgram> programs = new Table<>();
    public final Table<Domain> domains = new Table<>();
    public final Table<CollectiveOffer> offers = new Table<>();
    public final Table<CollectiveBooking> bookings = new Table<>();
    public final SchoolYears years;

    public Schools(World world) {
        years = new SchoolYears(world::now);
        world.onReset(this::clear);
    }

    private void clear() {
        List.of(institutions, programs, domains, offers, bookings).forEach(Table::clear);
        years.clear();
    }

    /** Makes an offer; what it is about is set by the caller. */
    public CollectiveOffer addOffer(
            Venue venue, @Nullable Provider provider, String name, CollectiveOffer.Dates dates, Instant created) {
        return offers.add(id -> new CollectiveOffer(id, venue, provider, name, dates, created));
    }

    /** Makes a pending booking, whatever the rules say. */
    public CollectiveBooking book(CollectiveOffer offer, Instant created) {
        CollectiveBooking booking = bookings.add(id -> new CollectiveBooking(id, offer, created));
        offer.bookings.add(booking);
        return booking;
    }

    public @Nullable Institution institutionByUai(String uai) {
        return institutions.all().stream()
                .filter(institution -> institution.uai().equals(uai))
                .findFirst()
                .orElse(null);
    }

    /** What an institution has committed for a school year, in euros. */
    public BigDecimal spent(Institution institution, int schoolYear) {
        return bookings.all().stream()
                .filter(CollectiveBooking::counts)
                .map(booking -> booking.offer)
                .filter(offer -> institution.equals(offer.institution) && SchoolYears.of(offer.start) == schoolYear)
                .map(CollectiveOffer::price)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
