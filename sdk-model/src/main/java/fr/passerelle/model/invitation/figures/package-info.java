/** Figures that point at nobody, and the exempt tickets of the declaration to SIBIL (invitations 7, sibil 3). */
@NullMarked
package fr.passerelle.model.invitation.figures;

import org.jspecify.annotations.NullMarked;
