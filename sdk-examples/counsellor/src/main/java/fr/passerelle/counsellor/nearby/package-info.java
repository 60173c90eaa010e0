/** What an agenda has near somebody's home, for what is left of a credit. */
@NullMarked
package fr.passerelle.counsellor.nearby;

import org.jspecify.annotations.NullMarked;
