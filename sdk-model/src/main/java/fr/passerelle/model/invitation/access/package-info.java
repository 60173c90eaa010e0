/** Who may call the programme of donated places: roles, keys, what was done with them (invitations 1). */
@NullMarked
package fr.passerelle.model.invitation.access;

import org.jspecify.annotations.NullMarked;
