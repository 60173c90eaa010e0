package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Multipart;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.World;
import java.util.List;

/** Illustrations sent as files, for events and products (operation 32). */
final class ImageRoutes {

    private final Access access;

    ImageRoutes(World world) {
        this.access = new Access(world);
    }

    List<Route> routes() {
        return List.of(Route.partnerRaw("UploadImage", "POST", "/public/offers/v1/{offer_id}/image", this::upload));
    }

    private Response upload(Call call) {
        Offer offer = access.offer(call.provider(), call.id("offer_id"));
        if (offer == null) {
            throw Refusal.listed(404, "offerId", "The offer could not be found");
        }
        Multipart form = Multipart.read(call);
        byte[] file = form.file("file");
        if (file == null || file.length == 0) {
            throw Refusal.listed(400, "file", "A file is required");
        }
        Images.checkUpload(file);
        Images.illustrate(offer, form.text("credit"));
        return Response.noContent();
    }
}
