package fr.passerelle.model.offer.cinema;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which film: by its CNC visa or by its AlloCiné number. Keep to one of the two for a film: the programme makes an
 * offer of its own for each.
 */
public final class FilmId {

    /** Who numbers the film. */
    public enum Source {
        /** The CNC, in its exploitation visa. */
        VISA("visa:"),

        /** AlloCiné. */
        ALLOCINE("allocine_id:");

        private final String prefix;

        Source(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Longest id on the wire, in characters. */
    private static final int MAX_LENGTH = 100;

    /** The server looks at the first digit only; anything but digits after it finds no film. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Source source;
    private final String number;

    private FilmId(Source source, String number) {
        this.source = source;
        this.number = number;
    }

    /**
     * By the CNC's visa number.
     *
     * @throws RuleViolationException unless the text is digits, blanks inside it aside
     */
    public static FilmId visa(String number) {
        return checked(Source.VISA, number);
    }

    /** By the CNC's visa number. */
    public static FilmId visa(long number) {
        return visa(Long.toString(number));
    }

    /**
     * By the number that AlloCiné gives it.
     *
     * @throws RuleViolationException unless the text is digits
     */
    public static FilmId allocine(String number) {
        return checked(Source.ALLOCINE, number);
    }

    /** By the number that AlloCiné gives it. */
    public static FilmId allocine(long number) {
        return allocine(Long.toString(number));
    }

    /**
     * As the wire has it: {@code visa:164478} or {@code allocine_id:1000015954}.
     *
     * @throws RuleViolationException if it is neither
     */
    public static FilmId of(String wire) {
        for (Source source : Source.values()) {
            if (wire.startsWith(source.prefix)) {
                return checked(source, wire.substring(source.prefix.length()));
            }
        }
        throw bad();
    }

    private static FilmId checked(Source source, String text) {
        String number = text.replace(" ", "");
        if (!DIGITS.matcher(number).matches() || source.prefix.length() + number.length() > MAX_LENGTH) {
            throw bad();
        }
        return new FilmId(source, number);
    }

    private static RuleViolationException bad() {
        return new RuleViolationException(new Violation("filmId", RuleCode.BAD_FILM_ID, null));
    }

    /** Who numbers it. */
    public Source source() {
        return source;
    }

    /** Its number there, in digits. */
    public String number() {
        return number;
    }

    /** As the wire has it. */
    @JsonValue
    public String value() {
        return source.prefix + number;
    }

    /** The {@code idAtProvider} that the programme gives the film's offer at the venue's own address. */
    public String offerIdAtProvider(long venueId) {
        return value() + "%" + venueId;
    }

    /** The {@code idAtProvider} that the programme gives the film's offer at another address. */
    public String offerIdAtProvider(long venueId, long addressId) {
        return offerIdAtProvider(venueId) + "%" + addressId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FilmId id && id.source == source && id.number.equals(number);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, number);
    }

    @Override
    public String toString() {
        return value();
    }
}
