package fr.passerelle.error;

import java.io.Serializable;

/**
 * Which call failed, without any value of it.
 *
 * @param operation its id in the programme's OpenAPI document, such as {@code PostEventOffer}
 * @param method the HTTP method, in capitals
 * @param pathTemplate the path with its placeholders unfilled
 * @param recoveryHint what to do if it may have been processed; empty for a read
 * @param attempts how many times it was tried; 0 if it ended before its first attempt
 * @param requestId the id that it was given; empty if none
 */
public record CallSite(
        String operation, String method, String pathTemplate, String recoveryHint, int attempts, String requestId)
        implements Serializable {

    /** A call that was tried once and for which there is nothing to do, as a test of yours may need it. */
    public static CallSite of(String operation, String method, String pathTemplate) {
        return new CallSite(operation, method, pathTemplate, "", 1, "");
    }

    /** The end of a message. */
    String doubt(boolean mayHaveBeenProcessed) {
        if (!mayHaveBeenProcessed) {
            return "; it was not processed";
        }
        return "; it may have been processed" + (recoveryHint.isEmpty() ? "" : ": " + recoveryHint);
    }

    @Override
    public String toString() {
        return operation + " (" + method + " " + pathTemplate + ")"
                + (requestId.isEmpty() ? "" : " [request " + requestId + "]")
                + (attempts > 1 ? ", tried " + attempts + " times," : "");
    }
}
