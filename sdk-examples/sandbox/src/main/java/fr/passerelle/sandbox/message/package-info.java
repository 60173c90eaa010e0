/** The messages the programme sends to a vendor: their exact wire form, their sending, the meaning of each response. */
@NullMarked
package fr.passerelle.sandbox.message;

import org.jspecify.annotations.NullMarked;
