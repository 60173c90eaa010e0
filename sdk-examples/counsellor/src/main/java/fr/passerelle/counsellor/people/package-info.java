/** People as somebody writes them down, and what the rules answer about them. */
@NullMarked
package fr.passerelle.counsellor.people;

import org.jspecify.annotations.NullMarked;
