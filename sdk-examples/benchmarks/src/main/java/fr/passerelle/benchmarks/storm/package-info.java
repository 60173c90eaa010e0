/** Many calls at once, and what must hold then. */
@NullMarked
package fr.passerelle.benchmarks.storm;

import org.jspecify.annotations.NullMarked;
