package fr.passerelle.benchmarks;

import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.PassCultureClient;
import java.net.URI;

/** A programme that reads one booking and ends; its exit code tells whether it was the right one. */
public final class FirstResponse {

    private static final String COUNTERMARK = "ABC234";

    private FirstResponse() {}

    /** Takes {@code sdk}, {@code floor} or {@code jdk}, and the server's URL. */
    public static void main(String[] args) throws Exception {
        URI server = URI.create(args[1]);
        String status = switch (args[0]) {
            case "sdk" -> sdk(server);
            case "floor" -> Clients.floor(server).booking(COUNTERMARK).status();
            case "jdk" -> Clients.jdkFloor(server).booking(COUNTERMARK).status();
            default -> throw new IllegalArgumentException("sdk, floor or jdk");
        };
        System.exit("CONFIRMED".equals(status) ? 0 : 1);
    }

    private static String sdk(URI server) {
        try (PassCultureClient client = Clients.sdk(server)) {
            return client.bookings()
                    .byCountermark(Countermark.of(COUNTERMARK))
                    .status()
                    .value();
        }
    }
}
