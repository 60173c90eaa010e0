package fr.passerelle.sandbox.state;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places for sale: one performance of an event in one price category, or the stock of a product. */
public final class Stock {

    public final long id;
    public final Offer offer;

    /** Activation codes not yet handed out; empty for every stock without codes. */
    public final Deque<String> activationCodes = new ArrayDeque<>();

    public boolean withActivationCodes;

    /** Euro cents. */
    public int price;

    /** The total, booked places included; null is unlimited. */
    public @Nullable Long quantity;

    public long booked;

    /** Null for products. */
    public @Nullable Instant beginning;

    public @Nullable Instant bookingLimit;
    public @Nullable PriceCategory priceCategory;
    public @Nullable String idAtProvider;

    /** Of a cinema session: how it is shown. Only the app shows them. */
    public List<String> features = List.of();

    public boolean deleted;

    public Stock(long id, Offer offer, int price) {
        this.id = id;
        this.offer = offer;
        this.price = price;
    }

    /** What is left to book; null is unlimited. */
    public @Nullable Long remaining() {
        return quantity == null ? null : Math.max(0, quantity - booked);
    }

    /** Gives places back. */
    public void release(int places) {
        booked = Math.max(0, booked - places);
    }

    /** Sets what is left to book; null is unlimited. */
    public void setRemaining(@Nullable Long remaining) {
        quantity = remaining == null ? null : remaining + booked;
    }
}
