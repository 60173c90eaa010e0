/** What a vendor's programmes have in common: the calls with an API key, and a desk for what comes back. */
@NullMarked
package fr.passerelle.commandline.vendor;

import org.jspecify.annotations.NullMarked;
