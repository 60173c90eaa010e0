/** Tests of the box office. */
@NullMarked
package fr.passerelle.boxoffice;

import org.jspecify.annotations.NullMarked;
