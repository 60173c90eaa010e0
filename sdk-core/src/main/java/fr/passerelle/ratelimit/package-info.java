/** Keeps calls under the quota of a key, in one process or in several. */
@NullMarked
package fr.passerelle.ratelimit;

import org.jspecify.annotations.NullMarked;
