package fr.passerelle.spring;

import fr.passerelle.ticketing.TicketingDesk;

/** A bean of this type sets up what no property does: deadline, threads, listeners. Called in bean order. */
@FunctionalInterface
public interface TicketingDeskCustomizer {

    /** Called once, after keys, handlers and ledger, before the desk is built. */
    void customize(TicketingDesk.Builder builder);
}
