/** Commands that call a programme with a vendor's API key. */
@NullMarked
package fr.passerelle.commandline.vendor;

import org.jspecify.annotations.NullMarked;
