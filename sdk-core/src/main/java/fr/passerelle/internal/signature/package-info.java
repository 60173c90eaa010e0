/** How webhooks are signed, and by which of several keys. */
@NullMarked
package fr.passerelle.internal.signature;

import org.jspecify.annotations.NullMarked;
