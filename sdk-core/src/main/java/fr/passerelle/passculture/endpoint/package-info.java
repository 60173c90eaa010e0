/** The table of pass Culture's operations. */
@NullMarked
package fr.passerelle.passculture.endpoint;

import org.jspecify.annotations.NullMarked;
