/** Everything that can go wrong with a call: one unchecked family under {@code CallException}. */
@NullMarked
package fr.passerelle.error;

import org.jspecify.annotations.NullMarked;
