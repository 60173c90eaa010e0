package fr.passerelle.season;

import fr.passerelle.http.Environment;
import fr.passerelle.model.rule.PasserelleException;
import fr.passerelle.passculture.PassCultureClient;

/** Builds a client, as a program of a user's would, with the libraries that are on the class path. */
final class ClientProbe {

    private ClientProbe() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        try (PassCultureClient client = PassCultureClient.builder()
                .apiKey("probe")
                .environment(Environment.INTEGRATION)
                .build()) {
            System.out.println("built " + client + " in " + (System.nanoTime() - start) / 1_000 + " µs");
        } catch (PasserelleException refused) {
            System.out.println(refused.getClass().getSimpleName() + ": " + refused.getMessage());
            System.exit(1);
        }
    }
}
