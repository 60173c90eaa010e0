package fr.passerelle;

import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.Arrays;
import java.util.List;

/** The rows of the endpoint table that the partners' document describes. */
public final class PartnerEndpoints {

    private PartnerEndpoints() {}

    /** All but the app's, which have no number. */
    public static List<PassCultureEndpoint> all() {
        return Arrays.stream(PassCultureEndpoint.values())
                .filter(endpoint -> !endpoint.number().isEmpty())
                .toList();
    }
}
