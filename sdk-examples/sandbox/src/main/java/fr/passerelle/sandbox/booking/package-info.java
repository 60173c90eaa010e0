/** How beneficiaries book and cancel: the rules and their order, the vendor's part, orphan tickets, periodic jobs. */
@NullMarked
package fr.passerelle.sandbox.booking;

import org.jspecify.annotations.NullMarked;
