/** Two processes that share the quota of one key through Redis. */
@NullMarked
package fr.passerelle.sharedpace;

import org.jspecify.annotations.NullMarked;
