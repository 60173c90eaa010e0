/** Tests of the starter. */
@NullMarked
package fr.passerelle.spring;

import org.jspecify.annotations.NullMarked;
