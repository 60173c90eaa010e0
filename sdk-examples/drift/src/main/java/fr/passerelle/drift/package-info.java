/** Compares contracts of the partner API and says whether the SDK still covers them. */
@NullMarked
package fr.passerelle.drift;

import org.jspecify.annotations.NullMarked;
