package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a collective offer costs, said in one of the programme's two ways, which a call never mixes. Prefer the price
 * with its fees: the total alone is deprecated by the programme, without a date.
 */
public sealed interface CollectivePrice {

    /** Highest total: 60 000 €. */
    Price MAX_TOTAL = Price.cents(6_000_000);

    /** Most fees of one offer. */
    int MAX_FEES = 11;

    /** Most accompanying adults. */
    int MAX_TEACHERS = 50;

    /**
     * The older way: one sum.
     *
     * @param totalPrice the price of the whole; 0 to 60 000 €
     * @param educationalPriceDetail what it is made of; at most 1000 characters
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Total(
            @JsonSerialize(using = Euros.Writer.class) Price totalPrice,
            @Nullable String educationalPriceDetail) implements CollectivePrice {

        @Override
        public Price total() {
            return totalPrice;
        }
    }

    /**
     * The newer way: the activity, what comes on top, and who comes along.
     *
     * @param servicePrice the price of the activity alone; 0 or more
     * @param additionalFees at most 11; a type comes once, {@link FeeType#OTHER} once under each label
     * @param numberOfTeachers accompanying adults; 0 to 50
     * @param additionalDetails whatever else there is to say; at most 1000 characters
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detailed(
            @JsonSerialize(using = Euros.Writer.class) Price servicePrice,
            List<AdditionalFee> additionalFees,
            int numberOfTeachers,
            @Nullable String additionalDetails)
            implements CollectivePrice {

        public Detailed {
            additionalFees = List.copyOf(additionalFees);
        }

        /** The same with more to say. */
        public Detailed details(String text) {
            return new Detailed(servicePrice, additionalFees, numberOfTeachers, text);
        }

        @Override
        public Price total() {
            return CollectiveRules.total(servicePrice, additionalFees);
        }
    }

    /** One sum. */
    static CollectivePrice total(Price price) {
        return new Total(price, null);
    }

    /** One sum, and what it is made of. */
    static CollectivePrice total(Price price, String detail) {
        return new Total(price, detail);
    }

    /** The activity, what comes on top, and how many adults come along. */
    static Detailed detailed(Price service, int teachers, List<AdditionalFee> fees) {
        return new Detailed(service, fees, teachers, null);
    }

    /** The activity, what comes on top, and how many adults come along. */
    static Detailed detailed(Price service, int teachers, AdditionalFee... fees) {
        return detailed(service, teachers, List.of(fees));
    }

    /** What the school pays in all. */
    Price total();
}
