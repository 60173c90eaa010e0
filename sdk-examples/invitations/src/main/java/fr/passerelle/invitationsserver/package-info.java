/** The programme of donated places as a server, and its commands. */
@NullMarked
package fr.passerelle.invitationsserver;

import org.jspecify.annotations.NullMarked;
