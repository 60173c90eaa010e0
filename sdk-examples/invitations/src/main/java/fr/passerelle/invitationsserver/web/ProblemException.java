package fr.passerelle.invitationsserver.web;

import fr.passerelle.model.invitation.Problem;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.rule.Violation;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Ends a call with a problem (RFC 9457). Nothing that was done in its transaction is kept. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int CONFLICT = 409;
    private static final String BUNDLE = "fr.passerelle.invitationsserver.problems";

    private final transient Problem problem;
    private final int retryAfterSeconds;
    private final String allow;

    private ProblemException(Problem problem, int retryAfterSeconds) {
        this(problem, retryAfterSeconds, "");
    }

    private ProblemException(Problem problem, int retryAfterSeconds, String allow) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
        this.allow = allow;
    }

    /** What the rules of the programme refuse. */
    public static ProblemException refused(Refusal refusal) {
        return refused(refusal, 0, null);
    }

    /** What the rules of the programme refuse, perhaps for some minutes, or since a moment. */
    public static ProblemException refused(Refusal refusal, long minutes, @Nullable Instant usedAt) {
        if (refusal.equals(Refusal.NOT_FOUND)) {
            return notFound();
        }
        Problem.Sentence sentence = new Problem.Sentence(
                refusal.sentence(Locale.FRENCH, minutes), refusal.sentence(Locale.ENGLISH, minutes));
        return new ProblemException(
                new Problem(
                        Problem.TYPE_PREFIX + refusal,
                        sentence.en(),
                        CONFLICT,
                        null,
                        refusal.value(),
                        sentence,
                        minutes == 0 ? null : Math.toIntExact(minutes),
                        usedAt,
                        List.of()),
                0);
    }

    /** There is none, or it is somebody else's. */
    public static ProblemException notFound() {
        return of(404, "not-found", null);
    }

    /** No key, or none that opens anything. */
    public static ProblemException unauthorized() {
        return of(401, "unauthorized", null);
    }

    /** Not for this role. */
    public static ProblemException forbidden() {
        return of(403, "forbidden", null);
    }

    /** Not for this method, but for these (RFC 9110 15.5.6). */
    public static ProblemException methodNotAllowed(List<String> allowed) {
        return new ProblemException(problem(405, "method-not-allowed", null, List.of()), 0, String.join(", ", allowed));
    }

    /** What cannot be read. */
    public static ProblemException malformed(String detail) {
        return of(400, "malformed", detail);
    }

    /** A body that is too large. */
    public static ProblemException tooLarge() {
        return of(413, "too-large", null);
    }

    /** A body that says that it is not JSON. */
    public static ProblemException unsupportedMediaType() {
        return of(415, "unsupported-media-type", null);
    }

    /** It was changed meanwhile. */
    public static ProblemException changed() {
        return of(412, "changed", null);
    }

    /** The database cannot be asked now. */
    public static ProblemException unavailable() {
        return new ProblemException(problem(503, "unavailable", null, List.of()), 1);
    }

    /** Too many calls. */
    public static ProblemException throttled(int retryAfterSeconds) {
        return new ProblemException(problem(429, "throttled", null, List.of()), retryAfterSeconds);
    }

    /** What breaks rules. */
    public static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(
                problem(
                        422,
                        "invalid",
                        null,
                        violations.stream().map(Problem.Violation::of).toList()),
                0);
    }

    private static ProblemException of(int status, String code, @Nullable String detail) {
        return new ProblemException(problem(status, code, detail, List.of()), 0);
    }

    private static Problem problem(
            int status, String code, @Nullable String detail, List<Problem.Violation> violations) {
        Problem.Sentence sentence = new Problem.Sentence(text(code, Locale.FRENCH), text(code, Locale.ROOT));
        return new Problem(
                Problem.TYPE_PREFIX + code, sentence.en(), status, detail, code, sentence, null, null, violations);
    }

    private static String text(String code, Locale locale) {
        String pattern = ResourceBundle.getBundle(BUNDLE, locale, ProblemException.class.getClassLoader())
                .getString(code);
        return new MessageFormat(pattern, locale).format(new Object[0]);
    }

    /** What is sent. */
    public Problem problem() {
        return problem;
    }

    /** After how many seconds to try again; 0 if that is not said. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Which methods there are, if it was another one; empty otherwise. */
    public String allow() {
        return allow;
    }
}
