/**
 * What a client does, as OpenTelemetry spans. Optional: whoever uses it brings {@code opentelemetry-api}; nothing else
 * of the SDK needs it.
 */
@NullMarked
package fr.passerelle.tracing;

import org.jspecify.annotations.NullMarked;
