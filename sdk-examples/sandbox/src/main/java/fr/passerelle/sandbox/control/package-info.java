/** The control plane: arranges state that partners cannot create themselves. */
@NullMarked
package fr.passerelle.sandbox.control;

import org.jspecify.annotations.NullMarked;
