package fr.passerelle.commandline;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts what is wrong with the arguments into words: picocli has them only in English. */
final class Usage {

    /** What the machine puts for a letter that the locale of the shell does not have, in a cron job for instance. */
    private static final String LOST = "\uFFFD";

    private Usage() {}

    /**
     * What is wrong, in one line.
     *
     * @param given all the arguments
     */
    static String told(ParameterException wrong, List<String> given, Texts texts) {
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing(), given, texts);
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return texts.of("usage.unknown", Printable.line(String.join(" ", unmatched.getUnmatched())));
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return texts.of("usage.twice", name(twice.getOverwritten()));
        }
        if (wrong.getArgSpec() != null && wrong.getValue() != null) {
            return invalid(wrong.getArgSpec(), Printable.line(wrong.getValue()), texts);
        }
        // A command's own, which knows its language.
        return Programme.firstLine(wrong);
    }

    /** Picocli misses an option and the value of an option in the same way. */
    private static String missing(List<ArgSpec> missing, List<String> given, Texts texts) {
        boolean valueOnly = missing.size() == 1
                && missing.get(0) instanceof OptionSpec option
                && !Collections.disjoint(given, List.of(option.names()));
        return texts.of(
                valueOnly ? "usage.no-value" : "usage.missing",
                missing.stream().map(Usage::name).collect(Collectors.joining(", ")));
    }

    private static String invalid(ArgSpec argument, String value, Texts texts) {
        if (value.contains(LOST)) {
            return texts.of("usage.letters", name(argument));
        }
        boolean takesNone = argument.arity().max() == 0;
        return takesNone
                ? texts.of("usage.unknown", name(argument) + "=" + value)
                : texts.of("usage.invalid", name(argument), argument.paramLabel(), value);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
