package fr.passerelle.client.error;

import fr.passerelle.internal.Endpoint;
import java.io.Serializable;

/** Which call failed, without any value of it. */
record CallSite(String operation, String method, String template, int attempts) implements Serializable {

    static CallSite of(Endpoint endpoint, int attempts) {
        return new CallSite(endpoint.operationId(), endpoint.method().name(), endpoint.template(), attempts);
    }

    @Override
    public String toString() {
        return operation + " (" + method + " " + template + ")"
                + (attempts > 1 ? ", sent " + attempts + " times," : "");
    }
}
