package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Answer;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.OfferView;
import java.util.List;

/** Products: reads one (operation 28). */
final class ProductRoutes {

    private final World world;
    private final Access access;

    ProductRoutes(World world) {
        this.world = world;
        this.access = new Access(world);
    }

    List<Route> routes() {
        return List.of(Route.partner("GetProduct", "GET", "/public/offers/v1/products/{product_id}", this::read));
    }

    private Answer read(Call call) {
        Offer offer = access.offer(call.provider(), call.id("product_id"));
        if (offer == null || offer.event) {
            throw Refusal.listed(404, "product_id", "The product could not be found");
        }
        return Answer.ok(OfferView.product(offer, world.now()));
    }
}
