/** Calls to foreign addresses. */
@NullMarked
package fr.passerelle.commandline.net;

import org.jspecify.annotations.NullMarked;
