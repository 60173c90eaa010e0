package fr.passerelle.invitationsserver.web;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.Violation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call of somebody who may make it.
 *
 * @param route which operation
 * @param caller whose key
 * @param path variables of the address
 * @param query parameters, the first of each name
 * @param ifMatch the version that is to be replaced; null for any
 * @param body as it came
 */
@SuppressWarnings("ArrayRecordComponent") // read once, and nobody changes it
public record ApiCall(
        Route route,
        Caller caller,
        Map<String, String> path,
        Map<String, String> query,
        @Nullable String ifMatch,
        byte[] body) {

    /** Most items of a page. */
    public static final int MAX_LIMIT = 200;

    private static final int DEFAULT_LIMIT = 50;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** The same call with its body. */
    ApiCall with(byte[] read) {
        return new ApiCall(route, caller, path, query, ifMatch, read);
    }

    /** The id in the address. */
    public UUID id() {
        return uuid(path.getOrDefault("id", ""));
    }

    /** A variable of the address. */
    public String variable(String name) {
        return path.getOrDefault(name, "");
    }

    /** What the call is about, for the audit log; null for a list. */
    public @Nullable String subject() {
        return path.getOrDefault("id", path.get("ref"));
    }

    /** The donor or structure whose key it is. */
    public UUID owner() {
        return caller.owner();
    }

    /** The body as a draft whose id is the one in the address. */
    public <T> T draft(Class<T> type) {
        return Wire.request(body, type, id());
    }

    /** The body. */
    public <T> T body(Class<T> type) {
        return Wire.request(body, type);
    }

    /** How many items a page may have. */
    public int limit() {
        return limit(DEFAULT_LIMIT, MAX_LIMIT);
    }

    /** How many items a page may have. */
    public int limit(int usual, int most) {
        Long limit = number("limit", 1, most);
        return limit == null ? usual : limit.intValue();
    }

    /** A whole number; null if it is not given. */
    public @Nullable Long number(String name, long min, long max) {
        String text = query.get(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw unreadable(name);
        }
        long number = Long.parseLong(text);
        new RuleCheck().range(name, number, min, max).raise();
        return number;
    }

    /** A parameter that nobody can read. */
    public static ProblemException unreadable(String name) {
        return ProblemException.invalid(List.of(new Violation(name, RuleCode.UNKNOWN_VALUE, null)));
    }

    /** Holds the version that the caller read against what is there. */
    public void requireMatch(Object current) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(Reply.etag(current))) {
            throw ProblemException.changed();
        }
    }

    private static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw ProblemException.notFound();
        }
        return UUID.fromString(text);
    }

    /** Without anything that came in: it may hold a code. */
    @Override
    public String toString() {
        return "Call[" + route.operation() + "]";
    }
}
