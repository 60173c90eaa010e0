package fr.passerelle.commandline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which language to speak, told from the arguments before anything else is: the help is translated too. */
public final class Language {

    private static final String OPTION = "--lang";
    private static final List<String> SPOKEN = List.of("fr", "en");

    private Language() {}

    /** What {@code --lang} asks for, if it is spoken; else the usual language. */
    public static Locale of(List<String> arguments, Locale usual) {
        return asked(arguments)
                .map(Locale::forLanguageTag)
                .filter(language -> SPOKEN.contains(language.getLanguage()))
                .orElse(usual);
    }

    /** What {@code --lang} asks for in vain. */
    static Optional<String> unknown(List<String> arguments) {
        return asked(arguments).filter(language -> !SPOKEN.contains(language));
    }

    private static Optional<String> asked(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(OPTION + "=")) {
                return Optional.of(argument.substring(OPTION.length() + 1));
            }
            if (argument.equals(OPTION) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
