/** The call pipeline: deadline, breaker, attempts, rate limiting, decoding. Nothing here is API. */
@NullMarked
package fr.passerelle.internal.call;

import org.jspecify.annotations.NullMarked;
