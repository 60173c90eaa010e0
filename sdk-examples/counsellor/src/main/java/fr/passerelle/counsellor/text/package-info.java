/** The tool's words, in French and in English. */
@NullMarked
package fr.passerelle.counsellor.text;

import org.jspecify.annotations.NullMarked;
