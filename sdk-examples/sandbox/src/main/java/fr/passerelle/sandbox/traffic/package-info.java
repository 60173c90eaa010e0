/** What stands around the handling of every call: the pace, faults on demand, and the journal. */
@NullMarked
package fr.passerelle.sandbox.traffic;

import org.jspecify.annotations.NullMarked;
