package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.VendorMessages;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.OfferView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products (operations 25–28). */
final class ProductRoutes {

    private static final String PRODUCTS = "/public/offers/v1/products";

    private final World world;
    private final Access access;
    private final OfferLists lists;
    private final OfferCreation creation;
    private final OfferEdition edition;
    private final ProductStocks stocks;
    private final VendorMessages messages;

    ProductRoutes(World world, VendorMessages messages) {
        this.world = world;
        this.access = new Access(world);
        this.lists = new OfferLists(world);
        this.creation = new OfferCreation(world);
        this.edition = new OfferEdition(world);
        this.stocks = new ProductStocks(world);
        this.messages = messages;
    }

    List<Route> routes() {
        return List.of(
                Route.partnerJson("PostProductOffer", "POST", PRODUCTS, this::create),
                Route.partnerJson("EditProduct", "PATCH", PRODUCTS, this::edit).unlocked(),
                Route.partner("GetProducts", "GET", PRODUCTS, this::list),
                Route.partner("GetProduct", "GET", PRODUCTS + "/{product_id}", this::read));
    }

    private Response create(Call call) {
        Form form = ProductSchemas.CREATION.body(call, world.now());
        Offer product = creation.create(call.provider(), form, false);
        Form stock = form.form("stock");
        if (stock != null) {
            stocks.create(product, stock);
        }
        finish(product);
        return response(product);
    }

    /** One that is not to be published is not reviewed either, and loses the opening of its bookings. */
    private void finish(Offer product) {
        if (product.publication == null) {
            product.validation = Offer.Validation.APPROVED;
            product.bookingAllowed = null;
        } else {
            product.validation = world.reviewOutcome;
        }
    }

    /** Deleting the stock cancels bookings, which vendors are told outside the world's lock. */
    private Response edit(Call call) {
        List<Booking> cancelled = new ArrayList<>();
        Response response = world.locked(() -> edited(call, cancelled));
        cancelled.forEach(messages::announceCancellation);
        return response;
    }

    private Response edited(Call call, List<Booking> cancelled) {
        Form form = ProductSchemas.EDITION.body(call, world.now());
        Offer product = found(access.offer(call.provider(), form.requiredNumber("offerId")), "offerId");
        if (!OfferRules.category(product.category).creatable()) {
            throw Refusal.listed(400, "product.subcategory", "Products of this category cannot be edited");
        }
        Runnable change = edition.prepare(call.provider(), product, form);
        boolean stockSent = form.has("stock");
        if (stockSent) {
            stocks.check(call.provider(), product, form.form("stock"));
        }
        change.run();
        if (stockSent) {
            cancelled.addAll(stocks.edit(product, form.form("stock")));
        }
        return response(product);
    }

    private Response list(Call call) {
        return Response.ok(OfferView.products(lists.page(call, false), world.now()));
    }

    private Response read(Call call) {
        return response(found(access.offer(call.provider(), call.id("product_id")), "product_id"));
    }

    private static Offer found(@Nullable Offer offer, String key) {
        if (offer == null || offer.event) {
            throw Refusal.listed(404, key, "The product could not be found");
        }
        return offer;
    }

    private Response response(Offer product) {
        return Response.ok(OfferView.product(product, world.now()));
    }
}
