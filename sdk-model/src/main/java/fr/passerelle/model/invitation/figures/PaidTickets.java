package fr.passerelle.model.invitation.figures;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import org.jspecify.annotations.Nullable;

/**
 * The part of a performance's declaration that only the box office knows (sibil 2 and 3).
 *
 * @param tickets issued and paid, at whatever price above 0 €
 * @param receipts what they brought, taxes included
 * @param fullPriceTickets of them, those at the full price
 * @param fullPriceReceipts what those brought
 * @param subscriptionTickets of them, those of subscriptions and packages
 * @param youngPublic whether the show is for a young public
 * @param domainId the ministry's number for the kind of show: numbers change, match them by label
 * @param showDomainId the ministry's number for the domain of the show's description; may be missing
 */
public record PaidTickets(
        int tickets,
        Price receipts,
        int fullPriceTickets,
        Price fullPriceReceipts,
        int subscriptionTickets,
        @Nullable Boolean youngPublic,
        @Nullable Long domainId,
        @Nullable Long showDomainId) {

    /**
     * Checks the numbers.
     *
     * @throws RuleViolationException with every violation
     */
    public PaidTickets {
        new RuleCheck()
                .range("tickets", (long) tickets, 0, 1_000_000)
                .range("receipts", receipts.cents(), 0, Long.MAX_VALUE)
                .range("fullPriceTickets", (long) fullPriceTickets, 0, Math.max(0, tickets))
                .range("fullPriceReceipts", fullPriceReceipts.cents(), 0, Math.max(0, receipts.cents()))
                .range("subscriptionTickets", (long) subscriptionTickets, 0, Math.max(0, tickets - fullPriceTickets))
                .raise();
    }

    /** Nothing sold: the whole performance is donated. */
    public static PaidTickets none(boolean youngPublic, long domainId) {
        return new PaidTickets(0, Price.FREE, 0, Price.FREE, 0, youngPublic, domainId, null);
    }
}
