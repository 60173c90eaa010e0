package fr.passerelle.model.venue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.WireStyle;
import org.immutables.value.Value;

/**
 * Changes where the programme's messages go, for the whole vendor or for one venue (reference operations 2 and 3). The
 * booking and the cancellation URL go together: after the call both are set or both are unset, or the server refuses.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableMessageUrlsPatch.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public abstract class MessageUrlsPatch {

    /** Longest notification URL that the server stores; a longer one makes it fail with a 500. */
    static final int MAX_NOTIFICATION_URL = 255;

    /** Where notifications go; at most 255 characters. */
    @Value.Default
    public Patch<String> notificationUrl() {
        return Patch.keep();
    }

    /** Where booking messages go. */
    @Value.Default
    public Patch<String> bookingUrl() {
        return Patch.keep();
    }

    /** Where cancellation messages go. */
    @Value.Default
    public Patch<String> cancelUrl() {
        return Patch.keep();
    }

    MessageUrlsPatch() {} // only the generated class extends it

    /** Starts a change; what is not named stays as it is. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        boolean torn = (bookingUrl().isClear() && cancelUrl().value() != null)
                || (cancelUrl().isClear() && bookingUrl().value() != null);
        new RuleCheck()
                .url("notificationUrl", notificationUrl().value(), MAX_NOTIFICATION_URL)
                .url("bookingUrl", bookingUrl().value(), RuleCheck.MAX_URL)
                .url("cancelUrl", cancelUrl().value(), RuleCheck.MAX_URL)
                .require(!torn, "bookingUrl", RuleCode.BOTH_OR_NONE, "cancelUrl")
                .raise();
    }

    /** Builds a change; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableMessageUrlsPatch.Builder {

        Builder() {}

        /** Sets where notifications go. */
        public Builder notificationUrl(String url) {
            return notificationUrl(Patch.to(url));
        }

        /** Sets both URLs of real-time ticketing. */
        public Builder ticketingUrls(String bookingUrl, String cancelUrl) {
            return bookingUrl(Patch.to(bookingUrl)).cancelUrl(Patch.to(cancelUrl));
        }

        /** Unsets both URLs of real-time ticketing. */
        public Builder clearTicketingUrls() {
            return bookingUrl(Patch.clear()).cancelUrl(Patch.clear());
        }

        /** Unsets where notifications go. */
        public Builder clearNotificationUrl() {
            return notificationUrl(Patch.clear());
        }
    }
}
