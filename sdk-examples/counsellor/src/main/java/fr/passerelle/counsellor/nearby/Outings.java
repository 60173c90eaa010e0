package fr.passerelle.counsellor.nearby;

import fr.passerelle.model.credit.BookingAttempt;
import fr.passerelle.model.credit.CreditLedger;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.Refusal;
import fr.passerelle.model.credit.Role;
import fr.passerelle.model.credit.Spending;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.value.Price;
import fr.passerelle.season.agenda.GeoPoint;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.agenda.PriceLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an agenda has for somebody.
 *
 * @param found the nearest ones first
 * @param tooFar how many events are outside the radius
 * @param noPlace how many events say nothing of where they are
 * @param notPaid how many near events cost more than the credit pays for
 * @param notAtThisAge how many near events have a category, or prices, that are not for this age
 */
public record Outings(List<Outing> found, int tooFar, int noPlace, int notPaid, int notAtThisAge) {

    public Outings {
        found = List.copyOf(found);
    }

    /**
     * Who asks.
     *
     * @param ledger what is left of the credit
     * @param age in years; null if it is not told: that of people who have a credit then
     * @param minor whether the steps of 18 are still to be done
     * @param at the moment of the question
     */
    public record Asker(CreditLedger ledger, @Nullable Integer age, boolean minor, Instant at) {

        private static final Ages WITH_CREDIT = new Ages(15, 21);

        private boolean mayTake(PriceLine line) {
            return Ages.of(line.label()).meet(age == null ? WITH_CREDIT : new Ages(age, age));
        }
    }

    /** Looks through an agenda. */
    public static Outings in(List<Listing> listings, GeoPoint home, double radius, Asker asker) {
        List<Outing> found = new ArrayList<>();
        int tooFar = 0;
        int noPlace = 0;
        int notPaid = 0;
        int notAtThisAge = 0;
        for (Listing listing : listings) {
            GeoPoint point = listing.point();
            boolean online = listing.onlineUrl() != null;
            if (point == null && !online) {
                noPlace++;
                continue;
            }
            // What is on line is as near as can be.
            double kilometres = online || point == null ? 0 : home.kilometresTo(point);
            if (kilometres > radius) {
                tooFar++;
                continue;
            }
            List<PriceLine> open =
                    listing.prices().stream().filter(asker::mayTake).toList();
            List<PriceLine> prices = open.stream()
                    .filter(line -> refusal(listing, line, asker) == null)
                    .toList();
            if (!prices.isEmpty()) {
                found.add(new Outing(listing, kilometres, prices));
            } else if (open.stream()
                    .allMatch(line -> refusal(listing, line, asker) == Refusal.OFFER_CATEGORY_NOT_BOOKABLE_BY_USER)) {
                notAtThisAge++;
            } else {
                notPaid++;
            }
        }
        found.sort(Comparator.comparingDouble(Outing::kilometres)
                .thenComparing(outing -> outing.listing().performances().get(0).begin()));
        return new Outings(found, tooFar, noPlace, notPaid, notAtThisAge);
    }

    private static @Nullable Refusal refusal(Listing listing, PriceLine line, Asker asker) {
        CategoryId category = listing.category().category().id();
        Spending asked = Spending.of(category, Price.cents(line.cents()))
                .hasUrl(listing.onlineUrl() != null)
                .build();
        return BookingAttempt.builder()
                .roles(Set.of(asker.minor ? Role.UNDERAGE_BENEFICIARY : Role.BENEFICIARY))
                .asked(asked)
                .ledger(asker.ledger)
                .build()
                .refusal(asker.at, Interpretation.SERVER);
    }
}
