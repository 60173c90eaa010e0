/**
 * One reader for each kind of thing that people write: amounts, numbers, dates, departments, postal codes,
 * nationalities. Each understands the whole of a text or says which piece it does not understand; none drops characters
 * to make something fit.
 */
@NullMarked
package fr.passerelle.commandline.read;

import org.jspecify.annotations.NullMarked;
