package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a call failed, as the server says it (RFC 9457).
 *
 * @param type which problem, as a URI
 * @param title of the type, in English
 * @param status the HTTP status
 * @param detail what happened, in English; null if the title tells all
 * @param code the word of a {@link Refusal}, or of another problem, such as {@code unauthorized}
 * @param sentence for the screen
 * @param minutes after which to try again; null but for {@link Refusal#CAPACITY_HELD}
 * @param usedAt when the voucher let somebody in; null but for {@link Refusal#ALREADY_USED}
 * @param violations what is wrong with what was sent; empty but for {@code invalid}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        Sentence sentence,
        @Nullable Integer minutes,
        @Nullable Instant usedAt,
        List<Violation> violations) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What the code stands behind in a {@link #type}. */
    public static final String TYPE_PREFIX = "tag:passerelle.fr,2026:";

    /**
     * What people read.
     *
     * @param fr in French
     * @param en in English
     */
    public record Sentence(String fr, String en) {

        @JsonCreator
        static Sentence read(
                @JsonProperty(value = "fr", required = true) String fr,
                @JsonProperty(value = "en", required = true) String en) {
            return new Sentence(fr, en);
        }

        /** In this language: French gets French, every other language gets English. */
        public String in(Locale locale) {
            return "fr".equals(locale.getLanguage()) ? fr : en;
        }
    }

    /**
     * One broken rule. It never holds the offending value.
     *
     * @param path where, in the words of the wire
     * @param code which rule, such as {@code too_long}
     * @param message in English, without the path
     * @param limit the bound that was crossed; null if the rule has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Violation(
            String path,
            String code,
            String message,
            @Nullable String limit) {

        /** A rule that was broken here. */
        public static Violation of(fr.passerelle.model.rule.Violation violation) {
            String whole = violation.message(); // begins with the path, which has a field of its own here
            return new Violation(
                    violation.path(),
                    violation.code().code(),
                    whole.substring(violation.path().length() + 2),
                    violation.limit());
        }

        @JsonCreator
        static Violation read(
                @JsonProperty(value = "path", required = true) String path,
                @JsonProperty(value = "code", required = true) String code,
                @JsonProperty(value = "message", required = true) String message,
                @JsonProperty("limit") @Nullable String limit) {
            return new Violation(path, code, message, limit);
        }
    }

    /** Keeps the order of the violations. */
    public Problem {
        violations = List.copyOf(violations);
    }

    @JsonCreator
    static Problem read(
            @JsonProperty(value = "type", required = true) String type,
            @JsonProperty(value = "title", required = true) String title,
            @JsonProperty(value = "status", required = true) int status,
            @JsonProperty("detail") @Nullable String detail,
            @JsonProperty(value = "code", required = true) String code,
            @JsonProperty(value = "sentence", required = true) Sentence sentence,
            @JsonProperty("minutes") @Nullable Integer minutes,
            @JsonProperty("usedAt") @Nullable Instant usedAt,
            @JsonProperty("violations") @Nullable List<Violation> violations) {
        return new Problem(
                type,
                title,
                status,
                detail,
                code,
                sentence,
                minutes,
                usedAt,
                violations == null ? List.of() : violations);
    }
}
