package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Moments;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.schema.WebAddresses;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bodies of events, price categories and dates (reference, sections 5.1, 5.6 and 5.7). */
final class EventSchemas {

    static final int MAX_PRICE_CATEGORIES = 50;
    static final int MAX_DATES = 2_500;

    private static final Type LABEL = Types.text(1, 50);
    private static final Type FUTURE = Moments.future();

    private static final Schema PRICE_CATEGORY = Schema.lenient(Dialect.V1)
            .required("label", LABEL)
            .required("price", OfferSchemas.PRICE)
            .nullable("idAtProvider", OfferSchemas.ID_AT_PROVIDER);

    private static final Type PRICE_CATEGORY_LIST =
            Types.list(PRICE_CATEGORY, MAX_PRICE_CATEGORIES).and(List.class, EventSchemas::duplicates);

    static final Schema PRICE_CATEGORIES = Schema.strict(Dialect.V1).required("priceCategories", PRICE_CATEGORY_LIST);

    static final Schema PRICE_CATEGORY_EDITION = Schema.strict(Dialect.V1)
            .nullable("label", LABEL)
            .nullable("price", OfferSchemas.PRICE)
            .nullable("idAtProvider", OfferSchemas.ID_AT_PROVIDER);

    private static final Type VIDEO =
            WebAddresses.webPage().and(String.class, url -> Videos.id(url) == null ? "Not a YouTube video" : null);

    static final Schema CREATION = OfferSchemas.creation(OfferSchemas.eventCategory())
            .required("hasTicket", Types.flag())
            .nullable("eventDuration", Types.integer())
            .optional("priceCategories", PRICE_CATEGORY_LIST)
            .nullable("publicationDate", Moments.temporal())
            .nullable("videoUrl", VIDEO)
            .whole(body -> body.hasNonNull("publicationDate") && body.hasNonNull("publicationDatetime")
                    ? "publicationDate is deprecated and cannot be given together with publicationDatetime"
                    : null);

    static final Schema EDITION = OfferSchemas.edition(true)
            .nullable("eventDuration", Types.integer())
            .nullable("videoUrl", VIDEO);

    private static final Schema DATE = Schema.lenient(Dialect.V1)
            .required("beginningDatetime", FUTURE)
            .required("bookingLimitDatetime", FUTURE)
            .required("priceCategoryId", Types.integer())
            .required("quantity", OfferSchemas.STRICT_QUANTITY)
            .nullable("idAtProvider", OfferSchemas.ID_AT_PROVIDER);

    static final Schema DATES = Schema.strict(Dialect.V1).required("dates", Types.list(DATE, MAX_DATES));

    static final Schema DATE_EDITION = Schema.strict(Dialect.V1)
            .optional("beginningDatetime", FUTURE)
            .optional("bookingLimitDatetime", FUTURE)
            .nullable("priceCategoryId", Types.above(0, Types.integer()))
            .nullable("quantity", OfferSchemas.REMAINING)
            .nullable("idAtProvider", OfferSchemas.ID_AT_PROVIDER);

    private EventSchemas() {}

    private static @Nullable String duplicates(List<?> categories) {
        Set<Object> labelsAndPrices = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Object item : categories) {
            Form category = (Form) item;
            if (!labelsAndPrices.add(List.of(category.requiredText("label"), category.requiredNumber("price")))) {
                return "Price categories must be unique";
            }
            String id = category.text("idAtProvider");
            if (id != null && !ids.add(id)) {
                return "Price category idAtProvider must be unique, found twice: " + id;
            }
        }
        return null;
    }
}
