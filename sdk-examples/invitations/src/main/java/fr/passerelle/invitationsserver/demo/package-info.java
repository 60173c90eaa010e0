/** A season in one minute, on an embedded database. */
@NullMarked
package fr.passerelle.invitationsserver.demo;

import org.jspecify.annotations.NullMarked;
