package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.figures.Cell;
import fr.passerelle.model.invitation.figures.ImpactReport;
import fr.passerelle.model.invitation.figures.Quarter;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Figures that do not point at anybody, for the operator (invitations 7). */
public final class ImpactReports {

    private static final TypeReference<ImpactReport> REPORT = new TypeReference<>() {};

    private final RequestExecutor requests;

    ImpactReports(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public ImpactReports with(RequestOptions options) {
        return new ImpactReports(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * All that can be told of these quarters, by department, kind of structure and ages.
     *
     * @param to the last quarter, which must be over
     * @throws fr.passerelle.model.rule.RuleViolationException if it lies before the first one
     * @throws fr.passerelle.error.BadRequestException if it is not over
     */
    public ImpactReport report(Quarter from, Quarter to) {
        return report(from, to, EnumSet.allOf(Cell.Dimension.class));
    }

    /**
     * What can be told of these quarters, by some of these things only.
     *
     * @param to the last quarter, which must be over
     * @param told what its rows tell apart; none for sums
     * @throws fr.passerelle.model.rule.RuleViolationException if it lies before the first one
     * @throws fr.passerelle.error.BadRequestException if it is not over
     */
    public ImpactReport report(Quarter from, Quarter to, Set<Cell.Dimension> told) {
        return requests.await(operation -> report(operation, from, to, told));
    }

    private static CompletableFuture<ImpactReport> report(
            Operation operation, Quarter from, Quarter to, Set<Cell.Dimension> told) {
        new RuleCheck()
                .require(from.compareTo(to) <= 0, "to", RuleCode.BEFORE_LIMIT, "from")
                .raise();
        HttpCall call = HttpCall.to(InvitationsEndpoint.GET_IMPACT)
                .query("from", from)
                .query("to", to)
                .query("told", told.stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
        return operation.execute(call, REPORT);
    }

    /** {@link ImpactReports}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link ImpactReports#report(Quarter, Quarter)}. */
        public CompletableFuture<ImpactReport> report(Quarter from, Quarter to) {
            return report(from, to, EnumSet.allOf(Cell.Dimension.class));
        }

        /** See {@link ImpactReports#report(Quarter, Quarter, Set)}. */
        public CompletableFuture<ImpactReport> report(Quarter from, Quarter to, Set<Cell.Dimension> told) {
            return requests.submit(operation -> ImpactReports.report(operation, from, to, told));
        }
    }
}
