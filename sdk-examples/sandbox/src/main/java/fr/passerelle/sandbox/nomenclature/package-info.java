/** The fixed lists of the programme: offer categories, show types, music types, departments. */
@NullMarked
package fr.passerelle.sandbox.nomenclature;

import org.jspecify.annotations.NullMarked;
