/** JMH benchmarks: each operation of the SDK beside the same done with OkHttp and Jackson alone. */
@NullMarked
package fr.passerelle.benchmarks;

import org.jspecify.annotations.NullMarked;
