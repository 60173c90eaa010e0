/** Tables of cases with expected results, and how they map to the engine. */
@NullMarked
package fr.passerelle.counsellor.cases;

import org.jspecify.annotations.NullMarked;
