package fr.passerelle.invitationsserver;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.error.CallException;
import fr.passerelle.invitationsserver.demo.DemoCommand;
import fr.passerelle.invitationsserver.store.DatabaseException;
import fr.passerelle.model.rule.RuleViolationException;
import java.io.UncheckedIOException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;

/** Starts the programme. */
public final class Main {

    /** Where the texts stand. */
    static final String TEXTS = "fr.passerelle.invitationsserver.texts";

    private Main() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        System.exit(run(Surroundings.ofProcess(arguments, TEXTS), arguments));
    }

    /** Runs a command. Whatever goes wrong ends in one line, never in a stack trace. */
    static int run(Surroundings surroundings, List<String> arguments) {
        return new Programme(surroundings, failure -> told(failure, surroundings.texts()))
                .run(
                        arguments,
                        "invitations",
                        new ServeCommand(surroundings),
                        new KeyCommand(surroundings),
                        new DemoCommand(surroundings),
                        new ReplayCommand(surroundings),
                        new FiguresCommand(surroundings),
                        new SibilCommand(surroundings));
    }

    private static FailedException told(Exception failure, Texts texts) {
        if (failure instanceof DatabaseException database) {
            return new FailedException(texts.of("failed.database", database.sqlState()));
        }
        if (failure instanceof RuleViolationException rules) {
            return FailedException.unusable(rules.message(texts.locale()));
        }
        if (failure instanceof UncheckedIOException || failure instanceof CallException) {
            return new FailedException(Programme.firstLine(failure));
        }
        // The pool and the migrations say in many lines what the first one says.
        if (failure instanceof FlywayException || failure.getClass().getName().startsWith("com.zaxxer.hikari")) {
            return new FailedException(texts.of("failed.open", Programme.firstLine(failure)));
        }
        return Programme.unexpected(failure, texts);
    }
}
