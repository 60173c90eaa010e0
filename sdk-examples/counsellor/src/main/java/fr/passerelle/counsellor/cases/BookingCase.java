package fr.passerelle.counsellor.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.booking.CancellationLimit;
import fr.passerelle.model.credit.Balance;
import fr.passerelle.model.credit.BookingAttempt;
import fr.passerelle.model.credit.BookingLife;
import fr.passerelle.model.credit.CreditLedger;
import fr.passerelle.model.credit.Department;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.Refusal;
import fr.passerelle.model.credit.Role;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.credit.Spending;
import fr.passerelle.model.credit.Stock;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A case of booking rules: how its words map to the engine and back. */
final class BookingCase {

    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final Instant FAR_AHEAD = Instant.parse("9999-01-01T00:00:00Z");

    /** Any category without a rule of its own, for cases that name none. */
    private static final CategoryId ORDINARY = CategoryId.CONCERT;

    private static final String QR_PREFIX = "PASSCULTURE:v3;TOKEN:";

    /** Cases name the text of a code in different ways. */
    private static final String[] QR_TEXT = {
        "qrText", "qrCodeData", "qrCodeText", "qrCode", "qr", "text", "data", "payload", "content"
    };

    private static final Map<String, BiFunction<JsonNode, Interpretation, ObjectNode>> KINDS = kinds();

    private BookingCase() {}

    private static Map<String, BiFunction<JsonNode, Interpretation, ObjectNode>> kinds() {
        Map<String, BiFunction<JsonNode, Interpretation, ObjectNode>> kinds = new HashMap<>();
        kinds.put("CANCELLATION_LIMIT", (in, reading) -> cancellationLimit(in));
        kinds.put("CANCELLATION_LIMIT_AFTER_EVENT_MOVED", (in, reading) -> limitAfterMove(in));
        kinds.put("CANCEL_BY_BENEFICIARY", (in, reading) -> cancel(in));
        kinds.put("AUTO_USE_AFTER_EVENT", (in, reading) -> usedByTime(in));
        kinds.put("BOOKING_EXPIRY", (in, reading) -> expiry(in));
        kinds.put("DOMAIN_CAP", BookingCase::domainCap);
        kinds.put("QUANTITY", (in, reading) -> quantity(in));
        kinds.put("STOCK", (in, reading) -> only(Refusal.STOCK_NOT_BOOKABLE, in, reading));
        kinds.put(
                "CATEGORY_FOR_MINORS", (in, reading) -> only(Refusal.OFFER_CATEGORY_NOT_BOOKABLE_BY_USER, in, reading));
        kinds.put("REFUSAL", BookingCase::refusal);
        kinds.put("TOKEN", (in, reading) -> token(in));
        kinds.put("QR", (in, reading) -> qr(in));
        kinds.put("USED_AT_BOOKING", (in, reading) -> usedAtBooking(in));
        return kinds;
    }

    /** What the engine answers, in the words of {@code expected}. */
    static ObjectNode answer(JsonNode given, Interpretation reading) {
        String kind = given.path("kind").asText();
        BiFunction<JsonNode, Interpretation, ObjectNode> rule = KINDS.get(kind);
        if (rule == null) {
            throw new UnreadableCaseException("kind: " + kind + " is not known");
        }
        return rule.apply(given.path("input"), reading);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static @Nullable String iso(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Instant at(JsonNode in, String name) {
        return CaseFields.required(name, CaseFields.instant(in, name));
    }

    private static CategoryId category(JsonNode in) {
        String id = CaseFields.text(in, "subcategoryId");
        return id == null ? ORDINARY : CategoryId.of(id);
    }

    private static BookingStatus status(JsonNode in) {
        return BookingStatus.of(CaseFields.required("status", CaseFields.text(in, "status")));
    }

    private static ObjectNode cancellationLimit(JsonNode in) {
        Instant start = CaseFields.instant(in, "eventStart");
        Instant limit = start == null ? null : CancellationLimit.of(at(in, "bookedAt"), start);
        return object().put("cancellationLimitDate", iso(limit));
    }

    private static ObjectNode limitAfterMove(JsonNode in) {
        Instant limit = CancellationLimit.afterMove(at(in, "editedAt"), at(in, "newEventStart"));
        return object().put("cancellationLimitDate", iso(limit));
    }

    private static ObjectNode cancel(JsonNode in) {
        BookingLife.CancelRefusal refusal =
                BookingLife.cancelRefusal(status(in), CaseFields.instant(in, "cancellationLimitDate"), at(in, "asOf"));
        return object().put("allowed", refusal == null).put("errorCode", iso(refusal));
    }

    private static ObjectNode usedByTime(JsonNode in) {
        Instant run = at(in, "jobRunAt");
        boolean used = BookingLife.usedByTime(status(in), CaseFields.instant(in, "eventStart"), run);
        return object().put("used", used).put("dateUsed", used ? run.toString() : null);
    }

    private static ObjectNode expiry(JsonNode in) {
        CategoryId category = category(in);
        Instant bookedAt = at(in, "bookedAt");
        LocalDate run = BookingLife.cancelledOn(category, bookedAt);
        return object().put("expirationDate", iso(BookingLife.expiration(category, bookedAt)))
                .put("cancelledByJobOnOrAfter", iso(run))
                .put("cancellationReason", run == null ? null : "EXPIRED");
    }

    private static ObjectNode domainCap(JsonNode in, Interpretation reading) {
        if (!in.hasNonNull("deposit")) {
            return object().put("allowed", false).put("error", Refusal.INSUFFICIENT_FUNDS.name());
        }
        CreditLedger ledger = ledger(in);
        Instant at = at(in, "asOf");
        Refusal refusal = ledger.refusal(spending(CaseFields.required("request", in.get("request"))), at, reading);
        Balance left = ledger.balance(at, reading);
        ObjectNode answer = object().put("allowed", refusal == null).put("error", iso(refusal));
        CreditCase.amounts(answer.putObject("remaining"), left.all(), left.digital(), left.physical());
        answer.set("remainingDigitalCents", answer.path("remaining").path("digitalCents"));
        return answer;
    }

    private static CreditLedger ledger(JsonNode in) {
        JsonNode deposit = in.get("deposit");
        String department = CaseFields.text(in, "departmentCode");
        CreditLedger.Builder ledger = CreditLedger.builder()
                .scheme(CaseFields.word(Scheme.class, deposit, "scheme"))
                .amount(CaseFields.cents(deposit, "amountCents"))
                .expiresAt(Objects.requireNonNullElse(CaseFields.instant(deposit, "expiresAt"), FAR_AHEAD))
                .department(department == null ? null : new Department(department));
        in.path("bookings").forEach(booking -> ledger.addSpendings(spending(booking)));
        return ledger.build();
    }

    private static Spending spending(JsonNode in) {
        Spending.Builder spending = Spending.of(category(in), CaseFields.cents(in, "unitPriceCents"))
                .hasUrl(in.path("hasUrl").asBoolean(false))
                .quantity(CaseFields.first(in, "requestedQuantity", "requested", "quantity")
                        .asInt(1))
                .correctedTotal(CaseFields.centsOrNull(in, "partialIncidentNewTotalCents"));
        String status = CaseFields.text(in, "status");
        return status == null
                ? spending.build()
                : spending.status(BookingStatus.of(status)).build();
    }

    private static ObjectNode quantity(JsonNode in) {
        boolean allowed = BookingAttempt.quantityAllowed(
                CaseFields.required("quantity", in.get("quantity")).asInt(),
                in.path("isDuo").asBoolean(false));
        return object().put("allowed", allowed).put("error", allowed ? null : Refusal.QUANTITY_INVALID.name());
    }

    /** A case about one rule alone. */
    private static ObjectNode only(Refusal rule, JsonNode in, Interpretation reading) {
        boolean refused = attempt(in).refusal(asOf(in), reading) == rule;
        return object().put("allowed", !refused).put("bookable", !refused).put("error", refused ? rule.name() : null);
    }

    private static Instant asOf(JsonNode in) {
        return Objects.requireNonNullElse(CaseFields.instant(in, "asOf"), LONG_AGO);
    }

    private static ObjectNode refusal(JsonNode in, Interpretation reading) {
        Refusal refusal = attempt(in).refusal(asOf(in), reading);
        String error = refusal == null
                ? null
                : refusal.compareTo(Refusal.INSUFFICIENT_FUNDS) < 0 ? refusal.name() : refusal.appCode();
        return object().put("allowed", refusal == null)
                .put("bookable", refusal == null)
                .put("error", error);
    }

    /** Whatever a case does not mention is in order: an adult with money enough and a stock without limits. */
    private static BookingAttempt attempt(JsonNode in) {
        Set<Role> roles = roles(in);
        BookingAttempt.Builder attempt = BookingAttempt.builder()
                .roles(roles)
                .asked(spending(in))
                // Whether two places may be asked for is another kind of case, unless this one speaks of it.
                .duoOffer(in.path("isDuo").asBoolean(true))
                .stock(stock(in));
        if (in.hasNonNull("deposit")) {
            attempt.ledger(ledger(in));
        } else if (in.path("hasDeposit").asBoolean(!roles.isEmpty())) {
            attempt.ledger(ampleLedger(roles, in));
        }
        String other = CaseFields.text(in, "otherBookingOfSameOffer");
        if (other != null) {
            attempt.addSameOffer(BookingStatus.of(other));
        }
        return attempt.build();
    }

    /** Any word that is no role of a beneficiary is the general public. */
    private static Set<Role> roles(JsonNode in) {
        if (!in.has("roles") && !in.has("role")) {
            return Set.of(Role.BENEFICIARY);
        }
        Set<String> names = new HashSet<>();
        in.path("roles").forEach(role -> names.add(role.asText()));
        names.add(in.path("role").asText());
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toSet());
    }

    private static CreditLedger ampleLedger(Set<Role> roles, JsonNode in) {
        boolean freeOnly = Set.of(Role.FREE_BENEFICIARY).equals(roles);
        boolean expired =
                CaseFields.first(in, "depositExpired", "creditExpired").asBoolean(false)
                        || !in.path("hasActiveDeposit").asBoolean(true);
        return CreditLedger.builder()
                .scheme(freeOnly ? Scheme.GRANT_FREE : Scheme.GRANT_15_17)
                .amount(freeOnly ? Price.FREE : Price.euros("10000"))
                .expiresAt(expired ? LONG_AGO : FAR_AHEAD)
                .build();
    }

    private static Stock stock(JsonNode in) {
        JsonNode all = CaseFields.first(in, "stockQuantity", "totalQuantity");
        JsonNode left = CaseFields.first(in, "remainingQuantity", "remaining", "remainingPlaces", "stockRemaining");
        Long remaining = left.isNumber() ? left.asLong() : null;
        if (remaining == null && all.isNumber()) {
            remaining = all.asLong()
                    - CaseFields.first(in, "bookedQuantity", "dnBookedQuantity", "alreadyBooked", "booked")
                            .asLong(0);
        }
        return Stock.builder()
                .beginning(CaseFields.instant(in, "eventStart", "beginningDatetime"))
                .bookingLimit(CaseFields.instant(in, "bookingLimitDatetime"))
                .bookingOpens(CaseFields.instant(in, "bookingAllowedDatetime"))
                .remaining(remaining)
                .deleted(CaseFields.first(in, "isSoftDeleted", "stockIsSoftDeleted")
                        .asBoolean(false))
                .released(CaseFields.first(in, "isReleased", "isBookable", "offerIsReleased", "offerIsActive")
                        .asBoolean(true))
                .build();
    }

    private static ObjectNode token(JsonNode in) {
        String said = CaseFields.required("token", CaseFields.text(in, "token"));
        String key = lookupKey(said);
        return object().put("couldBeGenerated", said.equals(key)).put("lookupKey", key);
    }

    /** The look-up raises the case and does nothing else. */
    private static @Nullable String lookupKey(String said) {
        String raised = said.toUpperCase(Locale.ROOT);
        try {
            String key = Countermark.of(said).value();
            return key.equals(raised) ? key : null;
        } catch (RuleViolationException noCountermark) {
            return null;
        }
    }

    /** From the token to the text of the code, or back. */
    private static ObjectNode qr(JsonNode in) {
        String token = CaseFields.text(in, "token");
        String text = CaseFields.text(in, QR_TEXT);
        ObjectNode answer = object();
        if (token == null) {
            answer.put("token", text == null ? null : Countermark.of(text).value());
        } else {
            for (String name : QR_TEXT) {
                answer.put(name, QR_PREFIX + Countermark.of(token).value());
            }
        }
        return answer;
    }

    private static ObjectNode usedAtBooking(JsonNode in) {
        BookingStatus status = BookingLife.initialStatus(
                category(in),
                CaseFields.cents(in, "unitPriceCents"),
                in.path("hasUrl").asBoolean(false),
                in.path("stockHasActivationCodes").asBoolean(false));
        return object().put("status", status.value());
    }
}
