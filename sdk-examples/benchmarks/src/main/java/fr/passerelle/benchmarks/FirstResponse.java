package fr.passerelle.benchmarks;

import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.PassCultureClient;
import java.io.IOException;
import java.net.URI;

/** A programme that reads one booking and ends; its exit code tells whether it was the right one. */
public final class FirstResponse {

    private static final String COUNTERMARK = "ABC234";

    private FirstResponse() {}

    /** Takes {@code sdk} or {@code floor}, and the server's URL. */
    public static void main(String[] args) throws IOException {
        URI server = URI.create(args[1]);
        System.exit("CONFIRMED".equals(args[0].equals("sdk") ? sdk(server) : floor(server)) ? 0 : 1);
    }

    private static String sdk(URI server) {
        try (PassCultureClient client = Clients.sdk(server)) {
            return client.bookings()
                    .byCountermark(Countermark.of(COUNTERMARK))
                    .status()
                    .value();
        }
    }

    private static String floor(URI server) throws IOException {
        return Clients.floor(server).booking(COUNTERMARK).status();
    }
}
