/** Rules over the whole code. */
@NullMarked
package fr.passerelle;

import org.jspecify.annotations.NullMarked;
