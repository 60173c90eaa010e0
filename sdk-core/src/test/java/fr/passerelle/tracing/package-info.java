/** Tests of the spans. */
@NullMarked
package fr.passerelle.tracing;

import org.jspecify.annotations.NullMarked;
