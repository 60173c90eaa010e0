/** The pass Culture client. */
@NullMarked
package fr.passerelle.passculture;

import org.jspecify.annotations.NullMarked;
