/**
 * What a client and a desk do, as Micrometer meters. Optional: whoever uses it brings {@code micrometer-core}; nothing
 * else of the SDK needs it.
 */
@NullMarked
package fr.passerelle.metrics;

import org.jspecify.annotations.NullMarked;
