/** Whether the libraries on the class path are those that this SDK can run with. */
@NullMarked
package fr.passerelle.internal.library;

import org.jspecify.annotations.NullMarked;
