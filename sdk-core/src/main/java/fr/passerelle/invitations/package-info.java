/** Donated places: the client for those who give, those who hand out and those who run the programme. */
@NullMarked
package fr.passerelle.invitations;

import org.jspecify.annotations.NullMarked;
