/** JSON, read leniently and written strictly. Nothing here is API. */
@NullMarked
package fr.passerelle.internal.json;

import org.jspecify.annotations.NullMarked;
