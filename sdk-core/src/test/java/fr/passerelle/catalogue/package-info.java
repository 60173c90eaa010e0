/** Tests of the reconciler. */
@NullMarked
package fr.passerelle.catalogue;

import org.jspecify.annotations.NullMarked;
