package fr.passerelle.sandbox.collective;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.school.AdditionalFee;
import fr.passerelle.sandbox.school.CollectiveOffer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two ways to say what a collective offer costs: the total, or the price of the activity with fees. Keys of the two
 * are never mixed; that a key is there counts, be it with null.
 */
final class PriceFields {

    static final String TOTAL = "totalPrice";
    static final String SERVICE = "servicePrice";
    static final String FEES = "additionalFees";
    static final String TEACHERS = "numberOfTeachers";

    private static final List<String> OLD = List.of(TOTAL, "educationalPriceDetail");
    private static final List<String> NEEDED = List.of(SERVICE, FEES, TEACHERS);
    private static final List<String> NEW = List.of(SERVICE, FEES, TEACHERS, "additionalDetails");

    /** Euros, for a class. */
    private static final BigDecimal MAX_TOTAL = BigDecimal.valueOf(60_000);

    private static final int MAX_FEES = 11;
    private static final int MAX_TEACHERS = 50;

    private static final Type AMOUNT = CollectiveTypes.euros("ensure this value is greater than or equal to 0");

    private static final Type FEE = Schema.strict(Dialect.V1)
            .required("type", Types.member(AdditionalFee.TYPES))
            .nullable("label", Types.text())
            .required("amount", AMOUNT)
            .camelCaseOnly()
            .coherent(PriceFields::labelProblem);

    private PriceFields() {}

    /** Adds the fields of the newer way; their null is refused by a rule, and not by the schema. */
    static Schema newFamily(Schema schema) {
        return schema.nullable(SERVICE, AMOUNT)
                .nullable(FEES, Types.list(FEE, MAX_FEES))
                .nullable(TEACHERS, Types.atMost(MAX_TEACHERS, Types.atLeast(0, Types.integer())))
                .nullable("additionalDetails", Types.text(CollectiveSchemas.MAX_PRICE_DETAIL));
    }

    /** What is wrong with the keys of a new offer. */
    static @Nullable String creationProblem(JsonNode body) {
        boolean old = OLD.stream().anyMatch(body::has);
        boolean recent = NEW.stream().anyMatch(body::has);
        if (old == recent) {
            return "Give either " + OLD + " or " + NEW;
        }
        if (old) {
            return body.hasNonNull(TOTAL) ? null : TOTAL + " is required";
        }
        return NEEDED.stream().allMatch(body::hasNonNull) ? null : NEEDED + " are required";
    }

    /** What is wrong with the keys of a change. */
    static @Nullable String editionProblem(JsonNode body) {
        return OLD.stream().anyMatch(body::has) && NEW.stream().anyMatch(body::has)
                ? "Give either " + OLD + " or " + NEW
                : null;
    }

    private static @Nullable String labelProblem(Form fee) {
        boolean other = AdditionalFee.OTHER.equals(fee.text("type"));
        if (other == (fee.text("label") != null)) {
            return null;
        }
        return "A label is " + (other ? "required" : "not allowed but") + " for the type " + AdditionalFee.OTHER;
    }

    /** What is wrong with the fees among each other, and with the total that a body alone tells. */
    static @Nullable String totalProblem(Form form) {
        Set<List<@Nullable String>> kinds = new HashSet<>();
        for (AdditionalFee fee : fees(form)) {
            if (!kinds.add(Arrays.asList(fee.type(), fee.label()))) {
                return "A type of fee comes once, and so does the label of another fee";
            }
        }
        BigDecimal total = form.get(TOTAL) instanceof BigDecimal given ? given : null;
        if (form.get(SERVICE) instanceof BigDecimal service && form.get(FEES) != null) {
            total = total(service, fees(form));
        }
        return total == null || total.compareTo(MAX_TOTAL) <= 0 ? null : tooHigh();
    }

    private static String tooHigh() {
        return "The total price must not exceed " + MAX_TOTAL.toPlainString() + " euros";
    }

    private static BigDecimal total(BigDecimal service, List<AdditionalFee> fees) {
        return fees.stream().map(AdditionalFee::amount).reduce(cents(service), BigDecimal::add);
    }

    private static BigDecimal cents(BigDecimal euros) {
        return euros.setScale(2, RoundingMode.HALF_EVEN);
    }

    private static List<AdditionalFee> fees(Form form) {
        return form.forms(FEES).stream()
                .map(fee -> new AdditionalFee(fee.requiredText("type"), fee.text("label"), cents((BigDecimal)
                        Objects.requireNonNull(fee.get("amount")))))
                .toList();
    }

    /** Whether a body says something of the price. */
    static boolean touched(Form form) {
        return form.has(TOTAL) || form.has(SERVICE) || form.has(FEES);
    }

    /** The total as it would be after a change. */
    static BigDecimal totalAfter(CollectiveOffer offer, Form form) {
        return form.get(TOTAL) instanceof BigDecimal total
                ? total
                : total(serviceAfter(offer, form), feesAfter(offer, form));
    }

    private static BigDecimal serviceAfter(CollectiveOffer offer, Form form) {
        return form.get(SERVICE) instanceof BigDecimal service ? cents(service) : offer.servicePrice();
    }

    private static List<AdditionalFee> feesAfter(CollectiveOffer offer, Form form) {
        return form.has(FEES) ? fees(form) : offer.fees();
    }

    /** Refuses a change that what is stored forbids. */
    static void check(CollectiveOffer offer, Form form) {
        if (form.has(TOTAL) && !offer.fees().isEmpty()) {
            throw Refusal.listed(400, "global", "The total of an offer with fees cannot be set");
        }
        if (touched(form) && totalAfter(offer, form).compareTo(MAX_TOTAL) > 0) {
            throw Refusal.listed(400, "global", tooHigh());
        }
    }

    /** Writes what was sent. The older text is copied to the newer one, and not the other way. */
    static void apply(CollectiveOffer offer, Form form) {
        if (form.get(TOTAL) instanceof BigDecimal total) {
            offer.price(total);
        } else if (form.has(SERVICE) || form.has(FEES)) {
            offer.price(serviceAfter(offer, form), feesAfter(offer, form));
        }
        offer.teachers = form.number(TEACHERS, offer.teachers);
        if (form.has("educationalPriceDetail")) {
            offer.priceDetail = form.text("educationalPriceDetail");
            offer.details = offer.priceDetail;
        }
        if (form.has("additionalDetails")) {
            offer.details = form.text("additionalDetails");
        }
    }
}
