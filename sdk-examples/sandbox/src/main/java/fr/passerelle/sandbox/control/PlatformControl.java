package fr.passerelle.sandbox.control;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.nomenclature.Nomenclature;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.CatalogueProduct;
import fr.passerelle.sandbox.state.Film;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the platform and its surroundings know and decide: the catalogue, the video site, the offer review. */
public final class PlatformControl {

    private static final Schema PRODUCT = ControlTypes.schema()
            .required("ean", Types.text())
            .required("name", Types.text())
            .required("category", Types.text())
            .nullable("description", Types.text())
            .nullable("compliant", Types.flag());

    /** A number of an authority, as text or integer. */
    private static final Type NUMBER = Types.text(1, 100);

    private static final Schema FILM = ControlTypes.schema()
            .required("name", Types.text())
            .nullable("allocineId", NUMBER)
            .nullable("visa", NUMBER)
            .nullable("durationMinutes", Types.integer());

    private static final Schema VIDEO = ControlTypes.schema().required("exists", Types.flag());
    private static final Schema REVIEW =
            ControlTypes.schema().required("outcome", Types.word(List.of("APPROVED", "PENDING", "REJECTED")));

    private final World world;

    public PlatformControl(World world) {
        this.world = world;
    }

    public List<Route> routes() {
        return List.of(
                Route.control("POST", "/sandbox/catalogue/products", this::addProduct),
                Route.control("POST", "/sandbox/catalogue/films", this::addFilm),
                Route.control("PUT", "/sandbox/videos/{videoId:text}", this::video),
                Route.control("PUT", "/sandbox/offer-review", this::review));
    }

    private Response addProduct(Call call) {
        Form form = PRODUCT.control(call, world.now());
        String ean = form.requiredText("ean");
        if (world.catalogue.find(ean) != null) {
            throw ControlTypes.conflict("The catalogue has this EAN already");
        }
        String category = form.requiredText("category");
        if (Nomenclature.category(category) == null) {
            throw ControlTypes.malformed("category: there is no category " + category);
        }
        CatalogueProduct product = world.catalogue.add(id -> new CatalogueProduct(
                id, ean, form.requiredText("name"), category, form.text("description"), form.flag("compliant", true)));
        return Response.created(Json.object().put("id", product.id()));
    }

    private Response addFilm(Call call) {
        Form form = FILM.control(call, world.now());
        String allocineId = form.text("allocineId");
        String visa = form.text("visa");
        if (allocineId == null && visa == null) {
            throw ControlTypes.malformed("allocineId: a film has this number, or a visa, or both");
        }
        if (known("allocine_id:", allocineId) || known("visa:", visa)) {
            throw ControlTypes.conflict("The catalogue knows this film already");
        }
        Film film = world.catalogue.addFilm(
                id -> new Film(id, form.requiredText("name"), allocineId, visa, form.number("durationMinutes")));
        return Response.created(Json.object().put("id", film.id()));
    }

    private boolean known(String prefix, @Nullable String number) {
        return number != null && world.catalogue.film(prefix + number) != null;
    }

    private Response video(Call call) {
        if (VIDEO.control(call, world.now()).flag("exists", true)) {
            world.missingVideos.remove(call.text("videoId"));
        } else {
            world.missingVideos.add(call.text("videoId"));
        }
        return Response.noContent();
    }

    private Response review(Call call) {
        world.reviewOutcome =
                Offer.Validation.valueOf(REVIEW.control(call, world.now()).requiredText("outcome"));
        return Response.noContent();
    }
}
