/** Whether the server shows what was sent, field by field, in the forms that the server keeps. */
@NullMarked
package fr.passerelle.passculture.shown;

import org.jspecify.annotations.NullMarked;
