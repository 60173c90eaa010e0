package fr.passerelle.client.error;

import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.Recipes;
import java.io.Serializable;

/**
 * Which call failed, without any value of it.
 *
 * @param recipe what to do if it may have been processed; empty for a read
 */
record CallSite(String operation, String method, String template, String recipe, int attempts) implements Serializable {

    static CallSite of(Endpoint endpoint, int attempts) {
        return new CallSite(
                endpoint.operationId(), endpoint.method().name(), endpoint.template(), Recipes.of(endpoint), attempts);
    }

    /** The end of a message. */
    String doubt(boolean mayHaveBeenProcessed) {
        if (!mayHaveBeenProcessed) {
            return "; it was not processed";
        }
        return "; it may have been processed" + (recipe.isEmpty() ? "" : ": " + recipe);
    }

    @Override
    public String toString() {
        return operation + " (" + method + " " + template + ")"
                + (attempts > 1 ? ", sent " + attempts + " times," : "");
    }
}
