package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.Price;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes what a collective offer costs, in one of the programme's two ways ({@link CollectivePrice}). */
public sealed interface CollectivePricePatch {

    /**
     * The older way. The server refuses a total for an offer that has fees, and copies the detail to the newer field.
     *
     * @param totalPrice the price of the whole; null leaves it
     * @param educationalPriceDetail what it is made of
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Total(
            @JsonSerialize(using = Euros.Writer.class) @Nullable
            Price totalPrice,

            Patch<String> educationalPriceDetail) implements CollectivePricePatch {

        /** The same with another total. */
        public Total totalPrice(Price price) {
            return new Total(price, educationalPriceDetail);
        }

        /** The same with what it is made of. */
        public Total educationalPriceDetail(Patch<String> detail) {
            return new Total(totalPrice, detail);
        }
    }

    /**
     * The newer way; each field may change alone.
     *
     * @param servicePrice the price of the activity alone; null leaves it
     * @param additionalFees every fee: the list replaces all; null leaves them
     * @param numberOfTeachers accompanying adults; null leaves them
     * @param additionalDetails whatever else there is to say
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Detailed(
            @JsonSerialize(using = Euros.Writer.class) @Nullable
            Price servicePrice,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<AdditionalFee> additionalFees, // no fee is a list

            @Nullable Integer numberOfTeachers,
            Patch<String> additionalDetails)
            implements CollectivePricePatch {

        public Detailed {
            additionalFees = additionalFees == null ? null : List.copyOf(additionalFees);
        }

        /** The same with another price of the activity. */
        public Detailed servicePrice(Price price) {
            return new Detailed(price, additionalFees, numberOfTeachers, additionalDetails);
        }

        /** The same with these fees and no others. */
        public Detailed additionalFees(List<AdditionalFee> fees) {
            return new Detailed(servicePrice, fees, numberOfTeachers, additionalDetails);
        }

        /** The same with these fees and no others. */
        public Detailed additionalFees(AdditionalFee first, AdditionalFee... more) {
            return additionalFees(
                    Stream.concat(Stream.of(first), Stream.of(more)).toList());
        }

        /** The same with no fee any more. */
        public Detailed withoutFees() {
            return additionalFees(List.of());
        }

        /** The same with other accompanying adults. */
        public Detailed numberOfTeachers(int teachers) {
            return new Detailed(servicePrice, additionalFees, teachers, additionalDetails);
        }

        /** The same with another text. */
        public Detailed additionalDetails(String text) {
            return new Detailed(servicePrice, additionalFees, numberOfTeachers, Patch.to(text));
        }

        /** The same without the text. */
        public Detailed clearAdditionalDetails() {
            return new Detailed(servicePrice, additionalFees, numberOfTeachers, Patch.clear());
        }
    }

    /** Starts a change in the older way. */
    static Total total() {
        return new Total(null, Patch.keep());
    }

    /** Starts a change in the newer way. */
    static Detailed detailed() {
        return new Detailed(null, null, null, Patch.keep());
    }

    /** What the school would pay in all, after this change of what the offer has now; null if that is not known. */
    default @Nullable Price totalAfter(CollectiveOffer offer) {
        if (this instanceof Total total) {
            return total.totalPrice() == null ? offer.total() : total.totalPrice();
        }
        Detailed detailed = (Detailed) this;
        if (detailed.servicePrice() == null && detailed.additionalFees() == null) {
            return offer.total();
        }
        Price service = detailed.servicePrice() == null ? offer.servicePrice() : detailed.servicePrice();
        List<AdditionalFee> fees =
                detailed.additionalFees() == null ? offer.additionalFees() : detailed.additionalFees();
        return service == null ? null : CollectiveRules.total(service, fees);
    }
}
