package fr.passerelle.counsellor.text;

import fr.passerelle.commandline.Texts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What is wrong with a file. */
public final class FileProblem {

    private FileProblem() {}

    /** Puts it into words. */
    public static String told(IOException failure, Texts texts) {
        String detail = String.valueOf(failure.getMessage());
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return texts.of("file.missing", detail);
        }
        return texts.of(failure instanceof AccessDeniedException ? "file.denied" : "file.failed", detail);
    }
}
