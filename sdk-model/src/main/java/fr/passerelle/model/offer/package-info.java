/** Events that are offered: what to send, what to change, what the server sends. */
@NullMarked
package fr.passerelle.model.offer;

import org.jspecify.annotations.NullMarked;
