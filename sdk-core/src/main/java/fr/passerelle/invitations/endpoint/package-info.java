/** The programme of donated places, as data. */
@NullMarked
package fr.passerelle.invitations.endpoint;

import org.jspecify.annotations.NullMarked;
