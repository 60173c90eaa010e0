/** Small things that all layers need: what headers and durations may be, daemon threads. */
@NullMarked
package fr.passerelle.internal.base;

import org.jspecify.annotations.NullMarked;
