/** Transactions on H2 and PostgreSQL. */
@NullMarked
package fr.passerelle.invitationsserver.store;

import org.jspecify.annotations.NullMarked;
