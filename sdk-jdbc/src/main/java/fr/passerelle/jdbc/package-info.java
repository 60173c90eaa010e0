/**
 * What a vendor keeps of the programme's bookings, in a database: the ledger of a
 * {@link fr.passerelle.ticketing.TicketingDesk} and the records of a
 * {@link fr.passerelle.reconciliation.BookingReconciler}, on plain JDBC, for H2, PostgreSQL, MySQL and MariaDB.
 */
@NullMarked
package fr.passerelle.jdbc;

import org.jspecify.annotations.NullMarked;
