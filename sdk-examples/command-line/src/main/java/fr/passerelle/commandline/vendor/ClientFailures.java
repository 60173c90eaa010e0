package fr.passerelle.commandline.vendor;

import static fr.passerelle.commandline.Programme.firstLine;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Texts;
import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.ForbiddenException;
import fr.passerelle.error.ThrottledException;
import fr.passerelle.error.TransportException;
import fr.passerelle.error.UnreadableResponseException;

/** What a vendor gets to see of a failure. The messages of the client hold neither keys nor people's data. */
public final class ClientFailures {

    private ClientFailures() {}

    /** Puts a failure into words. */
    public static FailedException told(Exception failure, Texts texts) {
        return failure instanceof CallException
                ? new FailedException(line(failure, texts))
                : Programme.unexpected(failure, texts);
    }

    private static String line(Exception failure, Texts texts) {
        if (failure instanceof AuthenticationException) {
            return texts.of("failed.key");
        }
        if (failure instanceof ForbiddenException) {
            return texts.of("failed.forbidden");
        }
        if (failure instanceof ThrottledException) {
            return texts.of("failed.throttled");
        }
        if (failure instanceof TransportException || failure instanceof DeadlineException) {
            return texts.of("failed.network", firstLine(failure));
        }
        if (failure instanceof UnreadableResponseException) {
            return texts.of("failed.no-programme", firstLine(failure));
        }
        return firstLine(failure);
    }
}
