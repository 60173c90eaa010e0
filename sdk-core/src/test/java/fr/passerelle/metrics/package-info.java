/** Tests of the meters. */
@NullMarked
package fr.passerelle.metrics;

import org.jspecify.annotations.NullMarked;
