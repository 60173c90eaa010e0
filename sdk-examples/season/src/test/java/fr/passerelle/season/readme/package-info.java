/** The Java of README.md and of the pages in docs/, compiled and run. */
@NullMarked
package fr.passerelle.season.readme;

import org.jspecify.annotations.NullMarked;
