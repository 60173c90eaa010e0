/** What the sandbox knows: plain mutable rows in memory, all guarded by the one lock of the World. */
@NullMarked
package fr.passerelle.sandbox.state;

import org.jspecify.annotations.NullMarked;
