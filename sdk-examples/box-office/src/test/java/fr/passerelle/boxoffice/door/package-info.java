/** Tests of the box office. */
@NullMarked
package fr.passerelle.boxoffice.door;

import org.jspecify.annotations.NullMarked;
