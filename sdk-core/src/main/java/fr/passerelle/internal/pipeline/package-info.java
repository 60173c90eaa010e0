/** Sets the layers up that a call passes. */
@NullMarked
package fr.passerelle.internal.pipeline;

import org.jspecify.annotations.NullMarked;
