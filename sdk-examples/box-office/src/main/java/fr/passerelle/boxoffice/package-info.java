/**
 * A vendor's box office on a database: a ledger of sales, records of bookings, and the command that reconciles them.
 */
@NullMarked
package fr.passerelle.boxoffice;

import org.jspecify.annotations.NullMarked;
