package fr.passerelle.model.rule;

import java.util.Locale;

/**
 * Every rule that this library checks before the wire, in one place. The {@link #code()} is stable: programmes may
 * match on it. The texts stand in {@code violations.properties} and {@code violations_fr.properties} beside this class.
 */
public enum RuleCode {
    /** A value must be given. */
    REQUIRED,
    /** A text has fewer characters than the limit. */
    TOO_SHORT,
    /** A text has more characters than the limit; characters are Unicode code points, as the server counts them. */
    TOO_LONG,
    /** A number is below the limit. */
    TOO_SMALL,
    /** A number is above the limit. */
    TOO_LARGE,
    /** A list has more items than one call takes. */
    TOO_MANY,
    /** A list has fewer items than the limit. */
    TOO_FEW,
    /** A value that must be unique inside the call occurs twice; the limit names the path of its first occurrence. */
    DUPLICATE,
    /** A text holds half a surrogate pair or a NUL character, which the server cannot store. */
    ILL_FORMED_TEXT,
    /** A name holds 13 digits in a row, which the server takes for an EAN and refuses. */
    LOOKS_LIKE_EAN,
    /** A name that is looked up holds a comma, which parts one name from the next in the address of the call. */
    HOLDS_COMMA,
    /** Not an e-mail address with a domain that ends in letters. */
    BAD_EMAIL,
    /** Not an absolute http or https URL. */
    BAD_URL,
    /** Not one of the YouTube addresses that the programme plays; shorts, channels and playlists are not. */
    BAD_VIDEO_URL,
    /** Not 13 digits. A program may also mind the check digit, which the programme does not. */
    BAD_EAN,
    /** Not 9 digits with a valid Luhn key, nor {@code NC} and 7 digits. */
    BAD_SIREN,
    /** Not 14 digits with a valid key (Luhn, or La Poste's), nor {@code NC}, 10 digits and {@code XX}. */
    BAD_SIRET,
    /** Not the code of a French department or overseas territory. */
    UNKNOWN_DEPARTMENT,
    /** Not 6 characters out of {@code A-H J-N P-Z 2-7}. */
    BAD_COUNTERMARK,
    /** Not an amount of euros with at most two decimals. */
    BAD_AMOUNT,
    /** Not five digits that start with 01 to 98. */
    BAD_POSTAL_CODE,
    /** Not a telephone number of France, nor an international one. */
    BAD_PHONE,
    /** Not a png, jpeg, mpo or webp file. */
    BAD_IMAGE,
    /** A picture weighs more bytes than the limit. */
    IMAGE_TOO_HEAVY,
    /** A picture measures fewer pixels than the limit. */
    IMAGE_TOO_SMALL,
    /** A picture measures more pixels than the limit. */
    IMAGE_TOO_LARGE,
    /** The width of a picture divided by its height is out of the limit. */
    BAD_IMAGE_RATIO,
    /** An instant must lie after the moment of the call. */
    NOT_IN_FUTURE,
    /** An instant lies after the one that the limit names. */
    AFTER_LIMIT,
    /** An instant lies before the one that the limit names. */
    BEFORE_LIMIT,
    /** An instant lies in another school year (September to August) than the one that the limit names. */
    OTHER_SCHOOL_YEAR,
    /** The category cannot be used in an offer made by API. */
    CATEGORY_NOT_CREATABLE,
    /** The category is one of those that the EAN upsert publishes, and only it: paper books, CDs and vinyl. */
    ONLY_BY_EAN,
    /** The category takes place on line only: its location must be digital. */
    MUST_BE_DIGITAL,
    /** The category takes place on site only: its location cannot be digital. */
    MUST_NOT_BE_DIGITAL,
    /** The category cannot be booked for two. */
    DUO_NOT_ALLOWED,
    /** Two fields go together: both set or both unset. */
    BOTH_OR_NONE,
    /** At least one of the fields that the limit names must be given. */
    ONE_OF_REQUIRED,
    /** Exactly one of the values or fields that the limit names must be given. */
    EXACTLY_ONE,

    /** A value may not be given here. */
    NOT_ALLOWED,

    /** A name that is to be found in the list that the limit names is not in it. */
    UNKNOWN_REFERENCE,

    /** What is to be emptied is empty already, which the server refuses. */
    NOTHING_TO_CLEAR,

    /** Not {@code visa:} or {@code allocine_id:} with digits. */
    BAD_FILM_ID,

    /** Not letters without accents, digits and {@code . _ ~ -}, with a letter or digit first. */
    BAD_REFERENCE,

    /** Not 64 hexadecimal digits in lower case. */
    BAD_COMMITMENT,

    /** Not the 8 characters of a voucher, or the check character does not fit. */
    BAD_VOUCHER_CODE,

    /** The session is not accessible for this need. */
    NOT_ACCESSIBLE,

    /** A value that this version of the library does not know can be read, but not sent. */
    UNKNOWN_VALUE;

    /** The stable code, for instance {@code too_long}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
