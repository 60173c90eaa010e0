/** The sandbox in JUnit tests. */
@NullMarked
package fr.passerelle.sandbox.junit;

import org.jspecify.annotations.NullMarked;
