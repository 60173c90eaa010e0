package fr.passerelle.model.collective;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.value.ImageUse;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules that drafts and patches of collective offers share (reference 8.1). */
final class CollectiveRules {

    static final int MAX_NAME = 110;
    static final int MAX_DESCRIPTION = 1_500;
    static final int MAX_PRICE_DETAIL = 1_000;

    private static final String START = "startDatetime";
    private static final String END = "endDatetime";

    private static final Pattern PHONE_PUNCTUATION = Pattern.compile("[\\s\\u00a0\\u202f.()/-]+");

    /** National with its leading 0, or international after + or 00; the longest has 15 digits. */
    private static final Pattern PHONE = Pattern.compile("0[1-9][0-9]{8}|(\\+|00)[1-9][0-9]{7,14}");

    private CollectiveRules() {}

    /** The server trims a name before it looks whether there is one. */
    static void name(RuleCheck check, @Nullable String name) {
        check.require(name == null || !name.isBlank(), "name", RuleCode.TOO_SHORT, 1)
                .text("name", name, 0, MAX_NAME);
    }

    static void emails(RuleCheck check, @Nullable List<String> emails) {
        check.notEmpty("bookingEmails", emails);
        for (int i = 0; emails != null && i < emails.size(); i++) {
            check.email("bookingEmails." + i, emails.get(i));
        }
    }

    static void phone(RuleCheck check, @Nullable String phone) {
        boolean good = phone == null
                || PHONE.matcher(PHONE_PUNCTUATION.matcher(phone).replaceAll(""))
                        .matches();
        check.require(good, "contactPhone", RuleCode.BAD_PHONE);
    }

    static void location(RuleCheck check, @Nullable CollectiveLocation location) {
        if (location != null) {
            check.nested("location", location.violations());
        }
    }

    static void image(RuleCheck check, @Nullable CollectiveImage image) {
        if (image != null) {
            ImageUse.COLLECTIVE.check(check, "imageFile", image.file());
            check.storable("imageCredit", image.credit());
        }
    }

    /** No upper bound: the portal's 60 000 € and 3 000 tickets do not hold here. */
    static void price(RuleCheck check, @Nullable Price totalPrice, @Nullable Integer numberOfTickets) {
        check.range("totalPrice", totalPrice == null ? null : totalPrice.cents(), 0, Long.MAX_VALUE)
                .range("numberOfTickets", asLong(numberOfTickets), 0, Integer.MAX_VALUE);
    }

    static void duration(RuleCheck check, @Nullable Integer minutes) {
        check.range("durationMinutes", asLong(minutes), 0, Integer.MAX_VALUE);
    }

    private static @Nullable Long asLong(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }

    /** Booking limit, start and end in this order, start and end in one school year; what is null is not looked at. */
    static void dates(RuleCheck check, @Nullable Instant start, @Nullable Instant end, @Nullable Instant bookingLimit) {
        check.notBefore(END, end, START, start)
                .notAfter("bookingLimitDatetime", bookingLimit, START, start)
                .require(
                        start == null || end == null || schoolYear(start) == schoolYear(end),
                        END,
                        RuleCode.OTHER_SCHOOL_YEAR,
                        START);
    }

    /** The booking limit may lie behind, the start may not. */
    static void notPast(RuleCheck check, @Nullable Instant start, Instant now) {
        check.require(start == null || !start.isBefore(now), START, RuleCode.NOT_IN_FUTURE);
    }

    /** The calendar year in which the school year began: on the first of September, UTC. */
    private static int schoolYear(Instant instant) {
        OffsetDateTime moment = instant.atOffset(ZoneOffset.UTC);
        return moment.getMonth().compareTo(Month.SEPTEMBER) < 0 ? moment.getYear() - 1 : moment.getYear();
    }
}
