package fr.passerelle.model.collective;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.value.ImageUse;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules that drafts and patches of collective offers share (reference 8.1). */
final class CollectiveRules {

    static final int MAX_NAME = 110;
    static final int MAX_DESCRIPTION = 1_500;
    static final int MAX_PRICE_DETAIL = 1_000;

    private static final int MAX_TICKETS = 3_000;

    private static final String TOTAL = "totalPrice";
    private static final String SERVICE = "servicePrice";
    private static final String FEES = "additionalFees";
    private static final String START = "startDatetime";
    private static final String END = "endDatetime";

    private CollectiveRules() {}

    /** The server trims a name before it looks whether there is one. */
    static void name(RuleCheck check, @Nullable String name) {
        check.require(name == null || !name.isBlank(), "name", RuleCode.TOO_SHORT, 1)
                .text("name", name, 0, MAX_NAME);
    }

    static void emails(RuleCheck check, @Nullable List<String> emails) {
        check.notEmpty("bookingEmails", emails);
        for (int i = 0; emails != null && i < emails.size(); i++) {
            check.bareEmail("bookingEmails." + i, emails.get(i));
        }
    }

    static void phone(RuleCheck check, @Nullable String phone) {
        check.require(phone == null || PhoneForms.isNumber(phone), "contactPhone", RuleCode.BAD_PHONE);
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

    static void tickets(RuleCheck check, @Nullable Integer numberOfTickets) {
        check.range("numberOfTickets", asLong(numberOfTickets), 0, MAX_TICKETS);
    }

    static void price(RuleCheck check, @Nullable CollectivePrice price) {
        if (price instanceof CollectivePrice.Total total) {
            check.required(TOTAL, total.totalPrice());
            total(check, TOTAL, total.totalPrice());
            check.text("educationalPriceDetail", total.educationalPriceDetail(), 0, MAX_PRICE_DETAIL);
        } else if (price instanceof CollectivePrice.Detailed detailed) {
            check.required(SERVICE, detailed.servicePrice());
            detailed(
                    check,
                    detailed.servicePrice(),
                    detailed.additionalFees(),
                    detailed.numberOfTeachers(),
                    detailed.additionalDetails());
        }
    }

    static void price(RuleCheck check, @Nullable CollectivePricePatch price) {
        if (price instanceof CollectivePricePatch.Total total) {
            total(check, TOTAL, total.totalPrice());
            check.text("educationalPriceDetail", total.educationalPriceDetail().value(), 0, MAX_PRICE_DETAIL);
        } else if (price instanceof CollectivePricePatch.Detailed detailed) {
            detailed(
                    check,
                    detailed.servicePrice(),
                    detailed.additionalFees(),
                    detailed.numberOfTeachers(),
                    detailed.additionalDetails().value());
        }
    }

    /** What the offer's own fees and price make of a change that names only one of the two. */
    static void priceAgainst(RuleCheck check, @Nullable CollectivePricePatch price, CollectiveOffer offer) {
        if (price instanceof CollectivePricePatch.Total total && total.totalPrice() != null) {
            check.require(offer.additionalFees().isEmpty(), TOTAL, RuleCode.NOT_ALLOWED);
        } else if (price != null) {
            Price after = price.totalAfter(offer);
            check.require(
                    after == null || after.compareTo(CollectivePrice.MAX_TOTAL) <= 0,
                    SERVICE,
                    RuleCode.TOO_LARGE,
                    CollectivePrice.MAX_TOTAL.cents());
        }
    }

    private static void total(RuleCheck check, String path, @Nullable Price total) {
        check.range(path, total == null ? null : total.cents(), 0, CollectivePrice.MAX_TOTAL.cents());
    }

    private static void detailed(
            RuleCheck check,
            @Nullable Price service,
            @Nullable List<AdditionalFee> fees,
            @Nullable Integer teachers,
            @Nullable String details) {
        check.range(SERVICE, service == null ? null : service.cents(), 0, CollectivePrice.MAX_TOTAL.cents());
        if (fees != null) {
            fees(check, fees);
            boolean tooMuch = service != null
                    && service.compareTo(CollectivePrice.MAX_TOTAL) <= 0
                    && total(service, fees).compareTo(CollectivePrice.MAX_TOTAL) > 0;
            check.require(!tooMuch, FEES, RuleCode.TOO_LARGE, CollectivePrice.MAX_TOTAL.cents());
        }
        check.range("numberOfTeachers", asLong(teachers), 0, CollectivePrice.MAX_TEACHERS)
                .text("additionalDetails", details, 0, MAX_PRICE_DETAIL);
    }

    private static void fees(RuleCheck check, List<AdditionalFee> fees) {
        check.size(FEES, fees, CollectivePrice.MAX_FEES)
                .unique(
                        fees.stream()
                                .map(fee -> Arrays.asList(fee.type(), fee.label()))
                                .toList(),
                        i -> FEES + "." + i);
        for (int i = 0; i < fees.size(); i++) {
            AdditionalFee fee = fees.get(i);
            String path = FEES + "." + i;
            boolean other = fee.type().equals(FeeType.OTHER);
            check.require(!other || fee.label() != null, path + ".label", RuleCode.REQUIRED)
                    .require(other || fee.label() == null, path + ".label", RuleCode.NOT_ALLOWED)
                    .storable(path + ".label", fee.label())
                    .require(fee.amount().cents() >= 0, path + ".amount", RuleCode.TOO_SMALL, 0);
        }
    }

    /** The price of an activity and of everything on top. */
    static Price total(Price service, List<AdditionalFee> fees) {
        return fees.stream().map(AdditionalFee::amount).reduce(service, Price::plus);
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
