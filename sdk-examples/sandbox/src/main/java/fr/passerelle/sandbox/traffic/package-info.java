/** What stands around the handling of every call: the rate, faults on demand, and the journal. */
@NullMarked
package fr.passerelle.sandbox.traffic;

import org.jspecify.annotations.NullMarked;
