package fr.passerelle.counsellor.nearby;

import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.agenda.PriceLine;
import java.util.List;

/**
 * Something that a credit pays for, near home.
 *
 * @param listing the event
 * @param kilometres how far it is
 * @param prices those of its prices that the credit pays for
 */
public record Outing(Listing listing, double kilometres, List<PriceLine> prices) {

    public Outing {
        prices = List.copyOf(prices);
    }
}
