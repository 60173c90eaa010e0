package fr.passerelle.counsellor;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Language;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.counsellor.text.FileProblem;
import fr.passerelle.model.rule.RuleViolationException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Starts the programme. */
public final class Main {

    /** Where the texts stand. */
    public static final String TEXTS = "fr.passerelle.counsellor.texts";

    private Main() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        System.exit(run(Surroundings.ofProcess(texts(arguments)), arguments));
    }

    /** French unless {@code --lang} asks for English, whatever the machine speaks: counsellors work in France. */
    static Texts texts(List<String> arguments) {
        return Texts.in(Language.of(arguments, Locale.FRENCH), TEXTS);
    }

    /** Runs a command. Whatever goes wrong ends in one line, never in a stack trace. */
    static int run(Surroundings surroundings, List<String> arguments) {
        return new Programme(surroundings, failure -> told(failure, surroundings.texts()))
                .run(
                        arguments,
                        "counsellor",
                        new EntitlementCommand(surroundings),
                        new AuditCommand(surroundings),
                        new AffordCommand(surroundings),
                        new NearbyCommand(surroundings),
                        new CheckCommand(surroundings));
    }

    private static FailedException told(Exception failure, Texts texts) {
        if (failure instanceof RuleViolationException broken) {
            return FailedException.unusable(broken.message(texts.locale()));
        }
        if (failure instanceof IOException unreadable) {
            return new FailedException(FileProblem.told(unreadable, texts));
        }
        return Programme.unexpected(failure, texts);
    }
}
