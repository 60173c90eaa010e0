/** Captures what is logged. */
@NullMarked
package fr.passerelle.log;

import org.jspecify.annotations.NullMarked;
