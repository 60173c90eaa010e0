/** Small values with rules of their own: identifiers, money, quantities. */
@NullMarked
package fr.passerelle.model.value;

import org.jspecify.annotations.NullMarked;
