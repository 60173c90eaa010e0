@NullMarked
package fr.passerelle.invitations;

import org.jspecify.annotations.NullMarked;
