/** The README's snippets, compiled and run. */
@NullMarked
package fr.passerelle.season.readme;

import org.jspecify.annotations.NullMarked;
