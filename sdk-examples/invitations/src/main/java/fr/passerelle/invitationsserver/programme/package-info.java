/** What the programme does: each write is one transaction around the rules of the model. */
@NullMarked
package fr.passerelle.invitationsserver.programme;

import org.jspecify.annotations.NullMarked;
