/** What the commands tell people: texts in two languages, aligned lines, a progress bar. */
@NullMarked
package fr.passerelle.season.report;

import org.jspecify.annotations.NullMarked;
