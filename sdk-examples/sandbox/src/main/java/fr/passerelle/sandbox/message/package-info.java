/** The messages the programme sends to a vendor: their exact wire form, their sending, the meaning of each answer. */
@NullMarked
package fr.passerelle.sandbox.message;

import org.jspecify.annotations.NullMarked;
