/** Request bodies and queries declared as data, and refused in the words of the server's validation library. */
@NullMarked
package fr.passerelle.sandbox.schema;

import org.jspecify.annotations.NullMarked;
