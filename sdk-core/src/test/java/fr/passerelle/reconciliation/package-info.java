/** Tests of the reconciler. */
@NullMarked
package fr.passerelle.reconciliation;

import org.jspecify.annotations.NullMarked;
