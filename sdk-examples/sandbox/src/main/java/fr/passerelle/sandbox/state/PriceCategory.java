package fr.passerelle.sandbox.state;

import org.jspecify.annotations.Nullable;

/** A named price of an event. */
public final class PriceCategory {

    public final long id;
    public final Offer offer;
    public String label;

    /** Euro cents. */
    public int price;

    public @Nullable String idAtProvider;

    public PriceCategory(long id, Offer offer, String label, int price) {
        this.id = id;
        this.offer = offer;
        this.label = label;
        this.price = price;
    }
}
