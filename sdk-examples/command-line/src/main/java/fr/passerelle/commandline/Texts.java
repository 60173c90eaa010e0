package fr.passerelle.commandline;

import fr.passerelle.model.value.Price;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts of one programme in one language: its own, and behind them those that all programmes share. */
public final class Texts {

    private static final String SHARED = "fr.passerelle.commandline.texts";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(String own, Locale locale) {
        this.locale = locale;
        // The base bundle is the English one; asked for by name, so that the machine's own language does not slip in.
        Locale written = locale.equals(Locale.FRENCH) ? locale : Locale.ROOT;
        this.bundle = new Layered(ResourceBundle.getBundle(own, written), ResourceBundle.getBundle(SHARED, written));
    }

    /**
     * French for French, English for every other language.
     *
     * @param bundle name of the programme's own bundle: English, with a French one beside
     */
    public static Texts in(Locale language, String bundle) {
        return new Texts(bundle, "fr".equals(language.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH);
    }

    /** French or English. */
    public Locale locale() {
        return locale;
    }

    /** All the texts, for the usage help. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /**
     * A text with its details filled in, in the order given. Numbers are written as they are; control characters become
     * spaces, as details come from servers and files.
     */
    public String of(String key, Object... details) {
        Object[] words =
                Stream.of(details).map(Object::toString).map(Printable::line).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(words);
    }

    /** The text of a constant with its details: its key is {@code prefix.name}, in lower case. */
    public String of(String prefix, Enum<?> constant, Object... details) {
        return of(prefix + "." + constant.name().toLowerCase(Locale.ROOT), details);
    }

    /** A number of things: {@code 1 date}, {@code 3 dates}; the texts are {@code count.KEY.one} and {@code .many}. */
    public String count(String key, long number) {
        // In French, none is singular too.
        boolean singular = number == 1 || (number == 0 && locale.equals(Locale.FRENCH));
        return number + " " + bundle.getString("count." + key + (singular ? ".one" : ".many"));
    }

    /** A whole number, its thousands apart. */
    public String number(long number) {
        return String.format(locale, "%,d", number);
    }

    /** An amount of euros. */
    public String price(Price price) {
        return String.format(locale, "%,.2f €", price.inEuros());
    }

    /** A day; the first of a month is an ordinal in French. */
    public String day(LocalDate date) {
        return formatted(date.getDayOfMonth() == 1 ? "format.first-day" : "format.day", date);
    }

    /** A month of a year. */
    public String month(YearMonth month) {
        return formatted("format.month", month);
    }

    /** A day and an hour on some clock. */
    public String moment(Instant instant, ZoneId zone) {
        return formatted("format.moment", instant.atZone(zone));
    }

    private String formatted(String key, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(bundle.getString(key), locale).format(time);
    }

    private static final class Layered extends ResourceBundle {

        private final ResourceBundle own;
        private final ResourceBundle shared;

        Layered(ResourceBundle own, ResourceBundle shared) {
            this.own = own;
            this.shared = shared;
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            if (own.containsKey(key)) {
                return own.getObject(key);
            }
            return shared.containsKey(key) ? shared.getObject(key) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            Set<String> keys = new TreeSet<>(own.keySet());
            keys.addAll(shared.keySet());
            return Collections.enumeration(keys);
        }
    }
}
