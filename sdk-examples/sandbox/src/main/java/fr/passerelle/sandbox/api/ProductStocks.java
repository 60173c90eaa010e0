package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one stock of a product, and what it means to send it (reference, section 6.1). */
final class ProductStocks {

    private final World world;

    ProductStocks(World world) {
        this.world = world;
    }

    /** Creates the stock of a new product: the quantity is the total. */
    void create(Offer product, Form form) {
        write(world.addStock(product, Math.toIntExact(form.requiredNumber("price"))), form);
    }

    /** Sets the stock by EAN: all of it, and the quantity is what is left. */
    void replace(Offer product, Form form) {
        Stock stock = product.productStock();
        if (stock == null) {
            create(product, form);
        } else {
            stock.price = Math.toIntExact(form.requiredNumber("price"));
            write(stock, form);
        }
    }

    private static void write(Stock stock, Form form) {
        stock.setRemaining(quantity(form));
        stock.bookingLimit = form.instant("bookingLimitDatetime");
    }

    private static @Nullable Long quantity(Form form) {
        return form.get("quantity") instanceof Long number ? number : null;
    }

    /** Refuses an edit of the stock that the server would not take; null deletes it. */
    void check(Provider provider, Offer product, @Nullable Form form) {
        Stock stock = product.productStock();
        if (form == null && stock == null) {
            return;
        }
        if (form != null && stock == null && form.get("price") == null) {
            throw Refusal.listed(400, "stock.price", "A new stock needs a price");
        }
        Access.refuseUnderReview(product);
        Access.refuseImported(product, provider);
        if (form != null && form.has("price")) {
            Long price = form.number("price");
            if (price == null) {
                throw Refusal.crash();
            }
            OfferRules.checkPrice(product.venue, price);
        }
    }

    /**
     * Makes an edit that passed {@link #check}: what is absent stays, and the quantity is what is left.
     *
     * @return the bookings it cancelled
     */
    List<Booking> edit(Offer product, @Nullable Form form) {
        Stock stock = product.productStock();
        if (form == null) {
            return stock == null ? List.of() : delete(stock);
        }
        if (stock == null) {
            create(product, form);
            return List.of();
        }
        if (form.has("price")) {
            stock.price = Math.toIntExact(form.requiredNumber("price"));
        }
        if (form.has("quantity")) {
            stock.setRemaining(quantity(form));
        }
        if (form.has("bookingLimitDatetime")) {
            stock.bookingLimit = form.instant("bookingLimitDatetime");
        }
        return List.of();
    }

    /** What has been collected stays collected. */
    private List<Booking> delete(Stock stock) {
        stock.deleted = true;
        List<Booking> confirmed = world.bookings.all().stream()
                .filter(booking -> booking.stock == stock && booking.status == Booking.Status.CONFIRMED)
                .toList();
        confirmed.forEach(booking -> world.bookingRules.cancel(booking, "OFFERER"));
        return confirmed;
    }
}
