package fr.passerelle.drift;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The texts of one language. */
record Texts(ResourceBundle bundle) {

    /** French for French, English for every other language. */
    static Texts in(Locale language) {
        // The base bundle is the English one; asked for by name, so that the machine's own language does not slip in.
        Locale spoken = language.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ROOT;
        return new Texts(ResourceBundle.getBundle("fr.passerelle.drift.texts", spoken));
    }

    /** A text with its details filled in. Numbers are written as they are. */
    String of(String key, Object... details) {
        Object[] words = Stream.of(details).map(Object::toString).toArray();
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(words);
    }
}
