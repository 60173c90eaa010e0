/** An offline pass Culture: the partner API, the programme's own routes and a control plane, in one process. */
@NullMarked
package fr.passerelle.sandbox;

import org.jspecify.annotations.NullMarked;
