package fr.passerelle.invitations.endpoint;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.BadRequestException;
import fr.passerelle.error.ErrorResponse;
import fr.passerelle.error.PreconditionFailedException;
import fr.passerelle.error.RefusedException;
import fr.passerelle.error.UnexpectedStatusException;
import fr.passerelle.internal.json.Json;
import fr.passerelle.model.invitation.Problem;
import fr.passerelle.model.invitation.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the programme's problems mean (RFC 9457). Anything else comes from somebody on the way, and is left as it is.
 */
final class Problems {

    private static final String CODE = "code";
    private static final String SENTENCE = "sentence.en";
    private static final String VIOLATION = "violations.";

    /** Where texts about the whole call stand. */
    private static final String WHOLE = "global";

    /** What each status means here, where it means something of its own. */
    private static final Map<Integer, Function<ErrorResponse, ApiException>> BY_STATUS = Map.of(
            409, Problems::refused,
            412, PreconditionFailedException::new,
            413, BadRequestException::new,
            422, BadRequestException::new);

    private Problems() {}

    static @Nullable Function<ErrorResponse, ApiException> meaningOf(int status) {
        return BY_STATUS.get(status);
    }

    private static ApiException refused(ErrorResponse responded) {
        return problem(responded)
                .<ApiException>map(problem -> new RefusedException(
                        responded, Refusal.of(problem.code()), problem.sentence(), problem.minutes(), problem.usedAt()))
                .orElseGet(() -> new UnexpectedStatusException(responded));
    }

    private static Optional<Problem> problem(ErrorResponse responded) {
        try {
            return Optional.of(Json.mapper().readValue(responded.response().bodyStream(), Problem.class));
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }

    /** The broken rules by field path; of any other problem its code and its sentence. */
    static Map<String, List<String>> errors(Map<String, List<String>> all) {
        List<String> code = all.get(CODE);
        if (code == null) {
            return all;
        }
        Map<String, List<String>> errors = new LinkedHashMap<>();
        List<String> path = all.get(VIOLATION + 0 + ".path");
        for (int i = 0; path != null; path = all.get(VIOLATION + ++i + ".path")) {
            errors.computeIfAbsent(path.get(0), field -> new ArrayList<>())
                    .addAll(all.getOrDefault(VIOLATION + i + ".message", List.of()));
        }
        if (errors.isEmpty()) {
            errors.put(CODE, code);
            errors.put(WHOLE, all.getOrDefault(SENTENCE, List.of()));
        }
        return errors;
    }
}
