/** Donated places: who gives, who hands out, what is kept free of names, and the rules of it (docs/invitations.md). */
@NullMarked
package fr.passerelle.model.invitation;

import org.jspecify.annotations.NullMarked;
