/** The page for the person at the door. */
@NullMarked
package fr.passerelle.boxoffice.door;

import org.jspecify.annotations.NullMarked;
