package fr.passerelle.model.beneficiary;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.AnswerStyle;
import fr.passerelle.model.value.Price;
import java.math.BigDecimal;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What the app is set to (rule book 3.11). */
@Value.Immutable
@AnswerStyle
@JsonSerialize(as = ImmutableAppSettings.class)
@JsonDeserialize(builder = AppSettings.Builder.class)
public interface AppSettings {

    /** The youngest who may open an account, in years. */
    int accountCreationMinimumAge();

    /** How many days one has to take the suspension of one’s own account back. */
    @Nullable
    Integer accountUnsuspensionLimit();

    /** What each age gets. */
    @JsonProperty("depositAmountsByAge")
    DepositAmounts depositAmounts();

    /** The bonus. */
    @JsonProperty("bonification")
    Bonus bonus();

    /** Where nobody gets a credit. */
    List<String> ineligiblePostalCodes();

    /** Rates of exchange. */
    @Nullable
    Rates rates();

    /**
     * What each age gets.
     *
     * @param at15 at 15
     * @param at16 at 16
     * @param at17 at 17
     * @param at18 at 18
     */
    record DepositAmounts(
            @JsonProperty("age_15") Price at15,
            @JsonProperty("age_16") Price at16,
            @JsonProperty("age_17") Price at17,
            @JsonProperty("age_18") Price at18) {}

    /**
     * The bonus (rule book 1.9).
     *
     * @param amount what it adds
     * @param highestQuotient the highest family quotient that gets it, in euros a month
     */
    record Bonus(
            @JsonProperty("bonusAmount") Price amount,
            @JsonProperty("qfThreshold") long highestQuotient) {}

    /**
     * Rates of exchange.
     *
     * @param pacificFrancToEuro euros for one CFP franc
     */
    record Rates(BigDecimal pacificFrancToEuro) {}

    /** Starts settings, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableAppSettings.Builder {
        Builder() {}
    }
}
