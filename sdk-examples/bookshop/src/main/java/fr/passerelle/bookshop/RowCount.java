package fr.passerelle.bookshop;

import fr.passerelle.bookshop.file.BookMaker;
import fr.passerelle.commandline.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The rule of {@code --rows}. */
final class RowCount {

    private RowCount() {}

    /** Ends the command with its usage if the number is outside. */
    static void check(long rows, CommandSpec command, Texts texts) {
        if (rows < 1 || rows > BookMaker.MOST) {
            throw new ParameterException(command.commandLine(), texts.of("rows.bad", BookMaker.MOST, rows));
        }
    }
}
