/** The operations of the API as data. Nothing here is API. */
@NullMarked
package fr.passerelle.internal;

import org.jspecify.annotations.NullMarked;
