/** Calls to addresses that somebody else wrote. */
@NullMarked
package fr.passerelle.commandline.net;

import org.jspecify.annotations.NullMarked;
