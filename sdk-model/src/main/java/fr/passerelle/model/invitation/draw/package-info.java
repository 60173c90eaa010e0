/** The draw of a call (invitations 5): a pure function, whose log anybody can make again. */
@NullMarked
package fr.passerelle.model.invitation.draw;

import org.jspecify.annotations.NullMarked;
