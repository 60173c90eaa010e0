package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.credit.RecreditType;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has an account, as the app sends it (rule book 3.11). A flag that the app leaves out reads as false.
 * What tells who it is does not show in {@code toString}.
 */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableProfile.class)
@JsonDeserialize(builder = Profile.Builder.class)
public interface Profile {

    /** The programme's number for the person. */
    long id();

    /** Personal data; empty if the app does not say. */
    @Value.Redacted
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String email() {
        return "";
    }

    /** Personal data. */
    @Value.Redacted
    @Nullable
    String firstName();

    /** Personal data. */
    @Value.Redacted
    @Nullable
    String lastName();

    /** Personal data. */
    @Value.Redacted
    @Nullable
    LocalDate birthDate();

    /** Personal data. */
    @Value.Redacted
    @Nullable
    String phoneNumber();

    /** Personal data. */
    @Value.Redacted
    @Nullable
    String street();

    /** Personal data. */
    @Value.Redacted
    @Nullable
    String postalCode();

    /** Personal data. */
    @Value.Redacted
    @Nullable
    String city();

    /** What the account is; empty for the general public. */
    List<UserRole> roles();

    /** Whether the person has, or had, a credit or free offers. */
    @JsonProperty("isBeneficiary")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean beneficiary() {
        return false;
    }

    /** Where the person stands with the programme. */
    Standing status();

    /** Which credit; null without one. */
    @Nullable
    DepositType depositType();

    /** When this credit was opened. */
    @Nullable
    Instant depositActivationDate();

    /** When the first one was. */
    @Nullable
    Instant firstDepositActivationDate();

    /** The first instant at which it cannot be spent any more. */
    @Nullable
    Instant depositExpirationDate();

    /** What is left; null without a credit. */
    @JsonProperty("domainsCredit")
    @Nullable
    CreditByDomain credit();

    /** What the person may ask for; null for nothing. */
    @Nullable
    EligibilityType eligibility();

    /** From when. */
    @JsonProperty("eligibilityStartDatetime")
    @Nullable
    Instant eligibilityStart();

    /** Until when. */
    @JsonProperty("eligibilityEndDatetime")
    @Nullable
    Instant eligibilityEnd();

    /** Whether the adult steps would bring more. */
    @JsonProperty("isEligibleForBeneficiaryUpgrade")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean eligibleForUpgrade() {
        return false;
    }

    /** Whether an identity document has to be shown. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean requiresIdCheck() {
        return false;
    }

    /** Whether the app invites to ask for the credit. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean showEligibleCard() {
        return false;
    }

    /** Whether the profile has to be confirmed again. */
    @JsonProperty("hasProfileExpired")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean profileExpired() {
        return false;
    }

    /** Money that was added and not shown to the person yet. */
    @JsonProperty("recreditAmountToShow")
    @Nullable
    Price recreditAmount();

    /** Why it was added. */
    @JsonProperty("recreditTypeToShow")
    @Nullable
    RecreditType recreditType();

    /** The bonus for a low family quotient. */
    @JsonProperty("qfBonificationStatus")
    @Nullable
    BonusStatus quotientBonusStatus();

    /** The bonus for a disability, answered from June 2026 on. */
    @JsonProperty("disabilityBonificationStatus")
    @Nullable
    BonusStatus disabilityBonusStatus();

    /** How often the bonus can still be asked for. */
    @Nullable
    Integer remainingBonusAttempts();

    /**
     * Bookings that are not cancelled, by the id of their offer. This settles whether a booking happened whose response
     * was lost.
     */
    Map<Long, Long> bookedOffers();

    /** What the app shows amounts in. */
    @Nullable
    Currency currency();

    /**
     * Where somebody stands.
     *
     * @param status with the programme
     * @param subscription on the way to the credit; null off that way
     */
    record Standing(
            @JsonProperty(value = "statusType", required = true)
            YoungStatus status,

            @JsonProperty("subscriptionStatus") @Nullable SubscriptionStatus subscription) {}

    /** Starts a profile, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a profile. */
    final class Builder extends ImmutableProfile.Builder {
        Builder() {}
    }
}
