/**
 * The vendor's side of real-time ticketing: verifies, decodes and responds to the messages that a programme sends when
 * somebody books or cancels. Start at {@link fr.passerelle.ticketing.TicketingDesk}.
 */
@NullMarked
package fr.passerelle.ticketing;

import org.jspecify.annotations.NullMarked;
