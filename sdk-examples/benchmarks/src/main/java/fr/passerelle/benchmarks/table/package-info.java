/** Runs the benchmarks and sets each beside its floor. */
@NullMarked
package fr.passerelle.benchmarks.table;

import org.jspecify.annotations.NullMarked;
