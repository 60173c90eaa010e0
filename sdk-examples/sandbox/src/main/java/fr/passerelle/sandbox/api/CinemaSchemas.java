package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.TypesV2;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The body that replaces a cinema's sessions. */
final class CinemaSchemas {

    private static final int MAX_FILMS = 250;
    private static final int MAX_SESSIONS = 850;
    private static final int MAX_PRICE_CATEGORIES = 10;
    private static final int MAX_PRICE = 30_000;
    private static final int MAX_QUANTITY = 1_000_000;
    private static final int MAX_FILM_ID = 100;

    private static final List<String> VERSIONS = List.of("VF", "VO");
    private static final List<String> FEATURES = List.of("VF", "VO", "3D", "ICE");

    /** Open at its end, as the server's is: what follows the first digit is not looked at. */
    private static final Pattern FILM_ID = Pattern.compile("^(visa|allocine_id):[0-9]+");

    private static final Type ID_AT_PROVIDER = TypesV2.text(1, OfferSchemas.MAX_ID_AT_PROVIDER);

    private static final Schema ADDRESS =
            Schema.strict(Dialect.V2).required("id", TypesV2.integer()).nullable("label", TypesV2.text(1, 200));

    private static final Schema PRICE_CATEGORY = Schema.strict(Dialect.V2)
            .required("price", TypesV2.atMost(MAX_PRICE, TypesV2.atLeast(0, TypesV2.integer())))
            .required("label", TypesV2.text(0, 50))
            .required("idAtProvider", ID_AT_PROVIDER);

    private static final Schema SESSION = Schema.strict(Dialect.V2)
            .required("beginningDatetime", TypesV2.future())
            .required("quantity", TypesV2.atMost(MAX_QUANTITY, TypesV2.atLeast(0, TypesV2.integer())))
            .required("idAtProvider", ID_AT_PROVIDER)
            .required("priceCategoryIdAtProvider", ID_AT_PROVIDER)
            .required(
                    "features",
                    TypesV2.list(0, Integer.MAX_VALUE, TypesV2.member(FEATURES))
                            .and(List.class, CinemaSchemas::oneVersion));

    private static final Type FILM = Schema.strict(Dialect.V2)
            .required(
                    "filmId",
                    TypesV2.text(0, MAX_FILM_ID)
                            .and(
                                    String.class,
                                    id -> FILM_ID.matcher(id).lookingAt()
                                            ? null
                                            : "String should match pattern '^(visa|allocine_id)\\:[0-9]+'"))
            .nullable("address", ADDRESS)
            .optional("enableDoubleBookings", TypesV2.flag())
            .required(
                    "priceCategories",
                    TypesV2.list(1, MAX_PRICE_CATEGORIES, PRICE_CATEGORY)
                            .and(List.class, categories -> repeatedId("priceCategories", categories)))
            .required(
                    "stocks",
                    TypesV2.list(0, MAX_SESSIONS, SESSION).and(List.class, sessions -> repeatedId("stocks", sessions)))
            .and(Form.class, CinemaSchemas::unknownCategories);

    static final Schema SESSIONS = Schema.strict(Dialect.V2)
            .required("venueId", TypesV2.integer())
            .required("offers", TypesV2.list(1, MAX_FILMS, FILM).and(List.class, CinemaSchemas::filmTwice));

    private CinemaSchemas() {}

    private static @Nullable String oneVersion(List<?> features) {
        long versions = features.stream().distinct().filter(VERSIONS::contains).count();
        return versions == 1 ? null : "Exactly one of VF and VO is required";
    }

    private static @Nullable String repeatedId(String what, List<?> items) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new TreeSet<>();
        for (Object item : items) {
            String id = ((Form) item).requiredText("idAtProvider");
            if (!seen.add(id)) {
                repeated.add(id);
            }
        }
        return repeated.isEmpty()
                ? null
                : "Every idAtProvider must be unique in " + what + ", found twice: " + String.join(", ", repeated);
    }

    private static @Nullable String unknownCategories(Form film) {
        Set<String> known = film.forms("priceCategories").stream()
                .map(category -> category.requiredText("idAtProvider"))
                .collect(Collectors.toSet());
        Set<String> unknown = film.forms("stocks").stream()
                .map(session -> session.requiredText("priceCategoryIdAtProvider"))
                .filter(id -> !known.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
        return unknown.isEmpty() ? null : "Sessions name unknown price categories: " + String.join(", ", unknown);
    }

    /** A place is the venue's own address or one address id, whatever it is called. */
    private static @Nullable String filmTwice(List<?> films) {
        Set<Object> places = new HashSet<>();
        Set<String> repeated = new TreeSet<>();
        for (Object item : films) {
            Form film = (Form) item;
            Form address = film.form("address");
            String id = film.requiredText("filmId");
            String place = address == null ? "" : String.valueOf(Objects.requireNonNull(address.number("id")));
            if (!places.add(List.of(id, place))) {
                repeated.add(id);
            }
        }
        return repeated.isEmpty() ? null : "A film can be sent once for each place: " + String.join(", ", repeated);
    }
}
