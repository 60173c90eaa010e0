/** What the example programmes have in common on the command line. */
@NullMarked
package fr.passerelle.commandline;

import org.jspecify.annotations.NullMarked;
