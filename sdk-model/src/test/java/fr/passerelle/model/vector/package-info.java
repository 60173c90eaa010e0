/** Tables of cases with expected results, and how they map to the engine. */
@NullMarked
package fr.passerelle.model.vector;

import org.jspecify.annotations.NullMarked;
