/** Tables as spreadsheets, shops and associations export them: one reader for every programme. */
@NullMarked
package fr.passerelle.commandline.table;

import org.jspecify.annotations.NullMarked;
