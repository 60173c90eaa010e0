package fr.passerelle.drift;

import java.util.List;
import java.util.Locale;

/** The languages spoken. */
enum Language {
    FR,
    EN;

    /**
     * What {@code --lang} asks for, else the machine's own: told before anything else, as the help is translated too.
     */
    static Locale of(List<String> arguments, Locale machine) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--lang=")) {
                return Locale.forLanguageTag(argument.substring("--lang=".length()));
            }
            if (argument.equals("--lang") && i + 1 < arguments.size()) {
                return Locale.forLanguageTag(arguments.get(i + 1));
            }
        }
        return machine;
    }
}
