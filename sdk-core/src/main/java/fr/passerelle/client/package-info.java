/** The pass Culture client. */
@NullMarked
package fr.passerelle.client;

import org.jspecify.annotations.NullMarked;
