/** A server that answers prepared bytes, in a process of its own. */
@NullMarked
package fr.passerelle.benchmarks.server;

import org.jspecify.annotations.NullMarked;
