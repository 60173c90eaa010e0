/** Everything that can go wrong with a call: one unchecked family under {@code PassCultureException}. */
@NullMarked
package fr.passerelle.client.error;

import org.jspecify.annotations.NullMarked;
