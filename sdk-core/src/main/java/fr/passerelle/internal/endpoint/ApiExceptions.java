package fr.passerelle.internal.endpoint;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.BadRequestException;
import fr.passerelle.error.CallSite;
import fr.passerelle.error.ErrorResponse;
import fr.passerelle.error.ForbiddenException;
import fr.passerelle.error.GoneException;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.error.ServerException;
import fr.passerelle.error.ThrottledException;
import fr.passerelle.error.UnexpectedStatusException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.RawResponse;
import fr.passerelle.internal.base.ServerTexts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a response means that is no success: the one place where a status becomes an exception. */
public final class ApiExceptions {

    /** What each status means; below 500, any other is unexpected. */
    private static final Map<Integer, Function<ErrorResponse, ApiException>> BY_STATUS = Map.of(
            400, BadRequestException::new,
            401, AuthenticationException::new,
            403, ForbiddenException::new,
            404, NotFoundException::new,
            410, GoneException::new,
            429, ThrottledException::new);

    private ApiExceptions() {}

    /** For a response that is an error. */
    public static ApiException of(
            SentRequest request, RawResponse response, Map<String, List<String>> all, @Nullable Duration retryAfter) {
        Endpoint endpoint = request.endpoint();
        Map<String, List<String>> errors = endpoint.errors(all);
        CallSite site = request.site(response.attempts());
        String shown = errors.isEmpty() ? "" : ServerTexts.shown(errors, request.values());
        ErrorResponse error = new ErrorResponse(site, response, errors, retryAfter, shown);
        Function<ErrorResponse, ApiException> own = endpoint.meaningOf(response.status());
        if (own != null) {
            return own.apply(error);
        }
        boolean server = response.status() >= 500 && response.status() < 600;
        return BY_STATUS
                .getOrDefault(response.status(), server ? ServerException::new : UnexpectedStatusException::new)
                .apply(error);
    }

    /** For a response that cannot be read; {@code problem} must not quote it. */
    public static UnreadableResponseException unreadable(
            SentRequest request, String pointer, String problem, @Nullable RawResponse response) {
        CallSite site = request.site(response == null ? 1 : response.attempts());
        return new UnreadableResponseException(site, pointer, problem, response);
    }
}
