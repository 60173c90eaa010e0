package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Moments;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.schema.TypesV2;
import fr.passerelle.sandbox.schema.WebAddresses;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bodies and queries of products (reference, section 6). */
final class ProductSchemas {

    private static final int MAX_UPSERTS = 500;
    private static final int MAX_EANS = 100;
    private static final int EAN_LENGTH = 13;
    private static final Pattern EANS = Pattern.compile("\\d{13}(,\\d{13})*");

    private static final String LIMIT = "bookingLimitDatetime";

    private static final Schema STOCK = Schema.lenient(Dialect.V1)
            .required("price", OfferSchemas.PRICE)
            .nullable(
                    "quantity",
                    OfferSchemas.orUnlimited(Types.atMost(OfferSchemas.MAX_QUANTITY, Types.above(0, Types.integer()))))
            .nullable(LIMIT, Moments.future());

    private static final Schema STOCK_EDITION = Schema.strict(Dialect.V1)
            .nullable("price", OfferSchemas.PRICE)
            .nullable("quantity", OfferSchemas.REMAINING)
            .nullable(LIMIT, Moments.future());

    private static final Schema STOCK_UPSERT = Schema.lenient(Dialect.V1)
            .required("price", OfferSchemas.PRICE)
            .nullable("quantity", OfferSchemas.STRICT_QUANTITY)
            .nullable(LIMIT, Moments.future());

    static final Schema CREATION = OfferSchemas.creation(OfferSchemas.anyCategory(false, true))
            .nullable("stock", STOCK)
            .coherent(ProductSchemas::limitBeforeOpening);

    static final Schema EDITION = OfferSchemas.edition(false)
            .required("offerId", Types.integer())
            .nullable("stock", STOCK_EDITION)
            .coherent(ProductSchemas::limitBeforeOpening);

    private static final Schema UPSERT = Schema.strict(Dialect.V1)
            .required("ean", Types.text(EAN_LENGTH, EAN_LENGTH))
            .required("stock", STOCK_UPSERT)
            .nullable("externalTicketOfficeUrl", WebAddresses.webPage())
            .nullable("publicationDatetime", OfferSchemas.PUBLICATION)
            .nullable("bookingAllowedDatetime", Moments.future())
            .coherent(ProductSchemas::limitBeforeOpening);

    static final Schema UPSERTS = Schema.strict(Dialect.V1)
            .required("location", OfferSchemas.LOCATION)
            .required("products", Types.list(UPSERT, MAX_UPSERTS));

    private static final Type EAN_LIST = (value, path, reading) -> {
        String text = value.asText();
        if (!EANS.matcher(text).matches()) {
            reading.problem(path, "EANs are numbers of 13 digits, separated by commas");
            return null;
        }
        List<String> eans = List.of(text.split(",", -1));
        if (eans.size() > MAX_EANS) {
            reading.problem(path, "At most " + MAX_EANS + " EANs can be asked for");
        }
        return eans;
    };

    static final Schema AVAILABILITY = Schema.lenient(Dialect.V2).required("eans", EAN_LIST);
    static final Schema BY_EAN = AVAILABILITY.required("venueId", TypesV2.integer());

    private ProductSchemas() {}

    /** Bookings cannot end before they begin; publication "now" is before any limit, which is in the future. */
    private static @Nullable String limitBeforeOpening(Form form) {
        Form stock = form.form("stock");
        Instant limit = stock == null ? null : stock.instant(LIMIT);
        boolean before = limit != null
                && Stream.of("publicationDatetime", "bookingAllowedDatetime")
                        .anyMatch(name -> form.get(name) instanceof Instant opening && limit.isBefore(opening));
        return before ? "The booking limit must be after the publication and the opening of the bookings" : null;
    }
}
