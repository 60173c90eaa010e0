/**
 * One way to open inputs and outputs for every programme: an output is never an input, a file appears complete or not
 * at all, what is no regular file is written into and never replaced, and every write is checked.
 */
@NullMarked
package fr.passerelle.commandline.file;

import org.jspecify.annotations.NullMarked;
