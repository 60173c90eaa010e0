package fr.passerelle;

import fr.passerelle.internal.Endpoint;
import java.util.Arrays;
import java.util.List;

/** The rows of the endpoint table that the partners' document describes. */
public final class PartnerEndpoints {

    private PartnerEndpoints() {}

    /** All but the app's, which have no number. */
    public static List<Endpoint> all() {
        return Arrays.stream(Endpoint.values())
                .filter(endpoint -> !endpoint.number().isEmpty())
                .toList();
    }
}
