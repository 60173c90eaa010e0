package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import java.math.BigDecimal;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What the app is set to (rule book 3.11). */
@Value.Immutable
@ResponseStyle
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

    /** The bonus; null if the app says nothing of one. */
    @JsonProperty("bonification")
    @Nullable
    Bonus bonus();

    /** Where nobody gets a credit. */
    List<String> ineligiblePostalCodes();

    /** Rates of exchange; null if the app does not say. */
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
            @JsonProperty(value = "age_15", required = true) Price at15,
            @JsonProperty(value = "age_16", required = true) Price at16,
            @JsonProperty(value = "age_17", required = true) Price at17,
            @JsonProperty(value = "age_18", required = true) Price at18) {}

    /**
     * The bonus (rule book 1.9).
     *
     * @param amount what it adds
     * @param highestQuotient the highest family quotient that gets it, in euros a month
     */
    record Bonus(
            @JsonProperty(value = "bonusAmount", required = true)
            Price amount,

            @JsonProperty(value = "qfThreshold", required = true)
            long highestQuotient) {}

    /**
     * Rates of exchange.
     *
     * @param pacificFrancToEuro euros for one CFP franc; the fixed parity if the app does not say
     */
    record Rates(BigDecimal pacificFrancToEuro) {

        /** The parity is fixed; the app may take it as known. */
        private static final BigDecimal PARITY = new BigDecimal("0.00838");

        /** Not for Jackson: its older versions would also take a bare number for rates. */
        @JsonCreator(mode = JsonCreator.Mode.DISABLED)
        public Rates {}

        @JsonCreator
        static Rates read(@JsonProperty("pacificFrancToEuro") @Nullable BigDecimal pacificFrancToEuro) {
            return new Rates(pacificFrancToEuro == null ? PARITY : pacificFrancToEuro);
        }
    }

    /** Starts settings, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableAppSettings.Builder {
        Builder() {}
    }
}
