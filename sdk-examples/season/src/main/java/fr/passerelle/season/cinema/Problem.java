package fr.passerelle.season.cinema;

/**
 * Why a row cannot be sent.
 *
 * @param column where; {@code row} for the whole of it
 * @param rule the code of the library's rule, or a word of this package's: each has a text
 */
public record Problem(String column, String rule) {

    static final String BROKEN = "broken_row";
    static final String TOO_MANY_CELLS = "too_many_cells";
    static final String BAD_MOMENT = "bad_moment";
    static final String BAD_VERSION = "bad_version";
    static final String BAD_FEATURE = "bad_feature";
    static final String NO_NUMBER = "no_number";
    static final String SEEN_BEFORE = "seen_before";
    static final String TOO_MANY_PRICES = "too_many_prices";
    static final String TOO_MANY_SESSIONS = "too_many_sessions";
}
