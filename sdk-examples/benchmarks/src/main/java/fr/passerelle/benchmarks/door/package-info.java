/** What a door needs: calls, scans a second, memory. */
@NullMarked
package fr.passerelle.benchmarks.door;

import org.jspecify.annotations.NullMarked;
