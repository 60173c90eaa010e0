/** Publishes listings through the client: once, however often it is run. */
@NullMarked
package fr.passerelle.season.publish;

import org.jspecify.annotations.NullMarked;
