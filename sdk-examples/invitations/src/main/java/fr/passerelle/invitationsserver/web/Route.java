package fr.passerelle.invitationsserver.web;

import fr.passerelle.model.invitation.access.InvitationRole;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of routes.
 *
 * @param operation its name, as in the OpenAPI document
 * @param method of HTTP
 * @param path with variables in braces
 * @param roles who may call it
 * @param handler what is done
 */
public record Route(String operation, String method, String path, Set<InvitationRole> roles, Handler handler) {

    /** Does what a call asks for. */
    @FunctionalInterface
    public interface Handler {
        /** Does it. */
        Reply handle(ApiCall call) throws SQLException;
    }

    /** Whether it changes something, and so is kept in the audit log. */
    public boolean writes() {
        return !method.equals("GET");
    }

    /** The variables of an address; null if it is another one. */
    @Nullable
    Map<String, String> match(List<String> segments) {
        List<String> own = List.of(path.split("/", -1));
        if (own.size() != segments.size()) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            String expected = own.get(i);
            if (expected.startsWith("{")) {
                variables.put(expected.substring(1, expected.length() - 1), decode(segments.get(i)));
            } else if (!expected.equals(segments.get(i))) {
                return null;
            }
        }
        return variables;
    }

    private static String decode(String segment) {
        try {
            // A plus sign is a plus sign in a path.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return segment;
        }
    }
}
