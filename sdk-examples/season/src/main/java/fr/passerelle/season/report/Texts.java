package fr.passerelle.season.report;

import fr.passerelle.model.value.Price;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The texts of one language. */
public final class Texts {

    /** Where the texts stand. */
    public static final String BUNDLE = "fr.passerelle.season.report.texts";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        // The base bundle is the English one; asked for by name, so that the machine's own language does not slip in.
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale.equals(Locale.FRENCH) ? locale : Locale.ROOT);
    }

    /** French for French, English for every other language. */
    public static Texts in(Locale language) {
        return new Texts("fr".equals(language.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH);
    }

    /** French or English. */
    public Locale locale() {
        return locale;
    }

    /** The bundle itself, for the usage help. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** A text with its details filled in, in the order given. Numbers are written as they are. */
    public String of(String key, Object... details) {
        Object[] words = Stream.of(details).map(Object::toString).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(words);
    }

    /** A number of things: {@code 1 date}, {@code 3 dates}; the texts are {@code count.KEY.one} and {@code .many}. */
    public String count(String key, long number) {
        // In French, none is singular too.
        boolean singular = number == 1 || (number == 0 && locale.equals(Locale.FRENCH));
        return number + " " + bundle.getString("count." + key + (singular ? ".one" : ".many"));
    }

    /** An amount of euros. */
    public String price(Price price) {
        return String.format(locale, "%.2f €", price.inEuros());
    }

    /** A day and an hour in Paris. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofPattern(bundle.getString("format.moment"), locale)
                .format(instant.atZone(PARIS));
    }
}
