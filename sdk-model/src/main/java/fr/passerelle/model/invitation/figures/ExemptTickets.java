package fr.passerelle.model.invitation.figures;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.invitation.Period;
import fr.passerelle.model.invitation.Place;
import fr.passerelle.model.invitation.PlaceKind;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.VoucherStatus;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What donated places add to the declaration of one performance (sibil 3). Tickets that were issued count, used or not;
 * those given back do not. A place at 0 € is an exempt ticket, one at a symbolic price a paid ticket.
 */
public final class ExemptTickets {

    private final Session session;
    private final int exempt;
    private final int symbolic;
    private final Price receipts;

    private ExemptTickets(Session session, int exempt, int symbolic, Price receipts) {
        this.session = session;
        this.exempt = exempt;
        this.symbolic = symbolic;
        this.receipts = receipts;
    }

    @JsonCreator
    static ExemptTickets read(
            @JsonProperty(value = "session", required = true) Session session,
            @JsonProperty(value = "exempt", required = true) int exempt,
            @JsonProperty(value = "symbolic", required = true) int symbolic,
            @JsonProperty(value = "receipts", required = true) Price receipts) {
        return new ExemptTickets(session, exempt, symbolic, receipts);
    }

    /** Nothing donated yet for this session. */
    public static ExemptTickets of(Session session) {
        return new ExemptTickets(session, 0, 0, Price.FREE);
    }

    /** With the vouchers of one more allotment of the session, all at this price. */
    public ExemptTickets with(Price price, Collection<Voucher> vouchers) {
        int issued = (int) vouchers.stream()
                .filter(voucher -> !voucher.status().equals(VoucherStatus.VOID))
                .count();
        return price.equals(Price.FREE)
                ? new ExemptTickets(session, exempt + issued, symbolic, receipts)
                : new ExemptTickets(session, exempt, symbolic + issued, receipts.plus(price.times(issued)));
    }

    /** The performance. */
    @JsonProperty("session")
    public Session session() {
        return session;
    }

    /** Tickets issued at 0 €. */
    @JsonProperty("exempt")
    public int exempt() {
        return exempt;
    }

    /** Tickets issued at a symbolic price. */
    @JsonProperty("symbolic")
    public int symbolic() {
        return symbolic;
    }

    /** What those at a symbolic price brought. */
    @JsonProperty("receipts")
    public Price receipts() {
        return receipts;
    }

    /** The quarter in which the performance is declared. */
    public Quarter quarter() {
        return Quarter.of(session.startsAt());
    }

    /**
     * The fields that the declaration needs and nobody has given, by their names in the interface; nothing is guessed.
     */
    public List<String> missing(PaidTickets paid) {
        Place place = session.place();
        Map<String, @Nullable Object> needed = new LinkedHashMap<>();
        needed.put("jauge", place.capacity());
        needed.put("jeunePublic", paid.youngPublic());
        needed.put("domaineRepresentationId", paid.domainId());
        needed.put("lieuChamps.adresse", place.street());
        needed.put("lieuChamps.typeLieu", knownKind(place));
        List<String> missing = new ArrayList<>();
        needed.forEach((field, value) -> {
            if (value == null) {
                missing.add(field);
            }
        });
        return missing;
    }

    private static @Nullable PlaceKind knownKind(Place place) {
        PlaceKind kind = place.kind();
        return kind == null || !kind.known() ? null : kind;
    }

    /**
     * The declaration of the performance: the vendor's paid part and the donated part in one.
     *
     * @throws RuleViolationException if something is missing, with every field that is
     */
    public SibilDeclaration declaration(PaidTickets paid) {
        RuleCheck check = new RuleCheck();
        missing(paid).forEach(field -> check.report(field, RuleCode.REQUIRED));
        Integer capacity = session.place().capacity();
        int total = paid.tickets() + symbolic + exempt;
        check.require(capacity == null || total <= capacity, "nbBilletsTotalBilletterie", RuleCode.TOO_LARGE, "jauge")
                .raise();
        Price all = paid.receipts().plus(receipts);
        return new SibilDeclaration(
                lineId(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        session.startsAt().truncatedTo(ChronoUnit.SECONDS).atZone(Period.PARIS)),
                1,
                total,
                all.inEuros(),
                average(all, paid.tickets() + symbolic),
                paid.fullPriceTickets(),
                paid.fullPriceReceipts().inEuros(),
                average(paid.fullPriceReceipts(), paid.fullPriceTickets()),
                paid.subscriptionTickets(),
                exempt,
                Objects.requireNonNullElse(capacity, 0),
                Boolean.TRUE.equals(paid.youngPublic()),
                Objects.requireNonNullElse(paid.domainId(), 0L),
                SibilDeclaration.Lieu.of(session.place()),
                new SibilDeclaration.Spectacle(paid.showDomainId(), session.title()));
    }

    /**
     * The same for each declaration of this performance, so that a second one updates the first: 8 characters of the
     * donor and 8 of the session, since two whole ids are too long (sibil 2).
     */
    private String lineId() {
        return session.donorId().toString().substring(0, 8) + "-"
                + session.id().toString().substring(0, 8);
    }

    /** Receipts by tickets, half a cent up; 0 if there were none. */
    private static BigDecimal average(Price receipts, int tickets) {
        return tickets == 0
                ? BigDecimal.valueOf(0, 2)
                : receipts.inEuros().divide(BigDecimal.valueOf(tickets), 2, RoundingMode.HALF_UP);
    }

    @Override
    public String toString() {
        return "ExemptTickets[" + session.ref() + ", exempt=" + exempt + ", symbolic=" + symbolic + "]";
    }
}
