package fr.passerelle.counsellor.text;

import fr.passerelle.model.value.Price;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The texts of one language. */
public final class Texts {

    private static final String BUNDLE = "fr.passerelle.counsellor.texts";

    private final Locale locale;
    private final ResourceBundle bundle;
    private final DateTimeFormatter day;
    private final DateTimeFormatter firstDay;
    private final DateTimeFormatter month;
    private final DateTimeFormatter moment;

    private Texts(Locale locale) {
        this.locale = locale;
        // The base bundle is the English one; asked for by name, so that the machine's own language does not slip in.
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale.equals(Locale.FRENCH) ? locale : Locale.ROOT);
        this.day = formatter("format.day");
        this.firstDay = formatter("format.first-day");
        this.month = formatter("format.month");
        this.moment = formatter("format.moment");
    }

    private DateTimeFormatter formatter(String key) {
        return DateTimeFormatter.ofPattern(bundle.getString(key), locale);
    }

    /** English for English, French for every other language: counsellors work in France. */
    public static Texts in(Locale language) {
        return new Texts("en".equals(language.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH);
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
        String pattern = bundle.getString(key);
        if (details.length == 0) {
            return pattern;
        }
        Object[] words = Stream.of(details).map(Object::toString).toArray();
        return new MessageFormat(pattern, locale).format(words);
    }

    /** The text of a constant: its key is {@code prefix.name}, in lower case. */
    public String of(String prefix, Enum<?> constant) {
        return bundle.getString(prefix + "." + constant.name().toLowerCase(Locale.ROOT));
    }

    /** An amount of euros. */
    public String price(Price price) {
        return String.format(locale, "%,.2f €", price.inEuros());
    }

    /** A whole number. */
    public String number(long number) {
        return String.format(locale, "%,d", number);
    }

    /** A day; the first of a month is an ordinal in French. */
    public String day(LocalDate date) {
        return (date.getDayOfMonth() == 1 ? firstDay : day).format(date);
    }

    /** A month of a year. */
    public String month(YearMonth date) {
        return month.format(date);
    }

    /** A day and an hour on some clock. */
    public String moment(Instant instant, ZoneId zone) {
        return moment.format(instant.atZone(zone));
    }

    /** What is wrong with a file. */
    public String problem(IOException failure) {
        String detail = String.valueOf(failure.getMessage());
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return of("file.missing", detail);
        }
        return failure instanceof AccessDeniedException ? of("file.denied", detail) : of("file.failed", detail);
    }
}
