package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.AsyncPaged;
import fr.passerelle.http.Paged;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.PageList;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.AccessNeed;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.Availability;
import fr.passerelle.model.invitation.Distance;
import fr.passerelle.model.invitation.Page;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Period;
import fr.passerelle.model.invitation.Position;
import fr.passerelle.model.invitation.SessionKind;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * A search for places that a structure can ask for. Each method narrows it, and gives another search; the server is
 * asked when the list is read.
 */
public final class AvailabilitySearch {

    private static final TypeReference<Page<Availability>> AVAILABILITY_PAGE = new TypeReference<>() {};

    private static final int DECIMALS = 6;

    private final RequestExecutor requests;
    private final HttpCall search;

    AvailabilitySearch(RequestExecutor requests) {
        this(requests, HttpCall.to(InvitationsEndpoint.LIST_AVAILABILITIES));
    }

    private AvailabilitySearch(RequestExecutor requests, HttpCall search) {
        this.requests = requests;
        this.search = search;
    }

    /** The same, with other options for its calls. */
    public AvailabilitySearch with(RequestOptions options) {
        return new AvailabilitySearch(requests.with(options), search);
    }

    /** Within a distance of a point. In the place of a point or postal code given before. */
    public AvailabilitySearch near(Position position, Distance distance) {
        return without("postalCode")
                .with("latitude", degrees(position.latitude()))
                .with("longitude", degrees(position.longitude()))
                .with("radiusKm", distance.kilometres());
    }

    /**
     * Within a distance of the middle of a postal code's area: the nearest first. In the place of a point or postal
     * code given before.
     *
     * @param postalCode five digits; one that the server does not know is refused when the list is read
     */
    public AvailabilitySearch near(String postalCode, Distance distance) {
        return without("latitude")
                .without("longitude")
                .with("postalCode", postalCode)
                .with("radiusKm", distance.kilometres());
    }

    /** Sessions that begin then or later. */
    public AvailabilitySearch from(Instant earliest) {
        return with("from", earliest);
    }

    /** Sessions of this day or later, in Paris. */
    public AvailabilitySearch from(LocalDate first) {
        return from(first.atStartOfDay(Period.PARIS).toInstant());
    }

    /** Sessions that begin before this moment. */
    public AvailabilitySearch to(Instant end) {
        return with("to", end);
    }

    /** Sessions of this day or earlier, in Paris. */
    public AvailabilitySearch to(LocalDate last) {
        return to(last.plusDays(1).atStartOfDay(Period.PARIS).toInstant());
    }

    /** Sessions that are accessible for all of these. */
    public AvailabilitySearch accessibleFor(AccessNeed... needs) {
        return with("needs", Arrays.stream(needs).map(AccessNeed::value).collect(Collectors.joining(",")));
    }

    /** Sessions that need no understanding of the language. */
    public AvailabilitySearch languageNotNeeded() {
        return with("languageNeeded", false);
    }

    /** Places that cost a beneficiary at most this; none costs more than 3 €. */
    public AvailabilitySearch maximumPrice(Price price) {
        return with("maximumPrice", (int) Math.min(AllotmentDraft.MAX_PRICE.cents(), price.cents()));
    }

    /**
     * Places for a group of this size, workers and companions included.
     *
     * @throws RuleViolationException if it is below 1 or above 200
     */
    public AvailabilitySearch group(int people) {
        new RuleCheck().range("group", (long) people, 1, Party.MAX_PEOPLE).raise();
        return with("group", people);
    }

    /** Places for this party: for as many people, with their needs. */
    public AvailabilitySearch forParty(Party party) {
        AvailabilitySearch sized = group(party.people());
        return party.needs().isEmpty()
                ? sized
                : sized.accessibleFor(party.needs().keySet().toArray(AccessNeed[]::new));
    }

    /** Sessions of this kind. */
    public AvailabilitySearch kind(SessionKind kind) {
        return with("kind", kind);
    }

    /**
     * What was found, the soonest first; each knows how far it is from the point that was asked for. Counts are those
     * of a moment ago: a booking tells what is true.
     *
     * <p>Reading it throws a {@link fr.passerelle.error.BadRequestException} if the server does not know the postal
     * code.
     */
    public Paged<Availability> list() {
        return source().paged();
    }

    private PageList<Availability> source() {
        return Lists.of(requests, search, AVAILABILITY_PAGE);
    }

    /** In plain digits, to a tenth of a metre. */
    private static String degrees(double coordinate) {
        BigDecimal rounded = BigDecimal.valueOf(coordinate).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private AvailabilitySearch with(String parameter, Object value) {
        return new AvailabilitySearch(requests, without(parameter).search.query(parameter, value));
    }

    private AvailabilitySearch without(String parameter) {
        return new AvailabilitySearch(
                requests,
                new HttpCall(
                        search.endpoint(),
                        search.path(),
                        search.query().stream()
                                .filter(each -> !each.getKey().equals(parameter))
                                .toList(),
                        search.body(),
                        search.retrySafety()));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(this);
    }

    /** {@link AvailabilitySearch}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final AvailabilitySearch search;

        private Async(AvailabilitySearch search) {
            this.search = search;
        }

        /** All pages of {@link AvailabilitySearch#list()}, each with a deadline of its own. */
        public CompletableFuture<List<Availability>> list() {
            return paged().toList();
        }

        /** {@link AvailabilitySearch#list()}, page by page. */
        public AsyncPaged<Availability> paged() {
            return search.source().asyncPaged();
        }
    }
}
