package fr.passerelle.drift;

import fr.passerelle.commandline.Texts;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A file that cannot be compared. Its message is the key of a text, to be filled in with the file and the details. */
final class UnreadableContractException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Object[] details;

    UnreadableContractException(String key, Object... details) {
        super(key);
        this.details = details.clone();
    }

    /** The same, with the file first among the details. */
    UnreadableContractException in(Path file) {
        Object[] all = Stream.concat(Stream.of(file), Stream.of(details)).toArray();
        return new UnreadableContractException(String.valueOf(getMessage()), all);
    }

    /** The line for people. */
    String line(Texts texts) {
        return texts.of(String.valueOf(getMessage()), details);
    }
}
