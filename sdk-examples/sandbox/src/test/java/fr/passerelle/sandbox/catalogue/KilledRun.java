package fr.passerelle.sandbox.catalogue;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.CatalogueSync;
import fr.passerelle.catalogue.ProductMemory;
import fr.passerelle.catalogue.ProductSync;
import fr.passerelle.http.Environment;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.TimelessClients;
import fr.passerelle.ratelimit.RateLimiter;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import okhttp3.OkHttpClient;

/**
 * A process of its own that brings events and products in line, and prints a line at each request and each note of its
 * memory. {@link KilledJvmTest} kills it.
 */
final class KilledRun {

    private KilledRun() {}

    /** Where the programme is, the key, the venue, and the folder of the memory. */
    public static void main(String[] args) {
        long venue = Long.parseLong(args[2]);
        Path folder = Path.of(args[3]);
        PrintStream steps = System.out;
        try (PassCultureClient client = TimelessClients.timeless(PassCultureClient.builder())
                .apiKey(args[1])
                .environment(new Environment(URI.create(args[0])))
                .rateLimiter(RateLimiter.unlimited())
                .okHttpClient(new OkHttpClient.Builder()
                        .addInterceptor(chain -> {
                            steps.println("sent");
                            return chain.proceed(chain.request());
                        })
                        .build())
                .clock(Shop.clock())
                .build()) {
            CatalogueSync events = CatalogueSync.of(client, venue)
                    .owned(id -> true)
                    .memory(CatalogueMemory.file(folder.resolve("events")))
                    .clock(Shop.clock())
                    .build();
            events.apply(events.plan(new Playbill(venue).today()), result -> steps.println("told"));
            ProductSync.of(client, venue, ProductMemory.file(folder.resolve("products")))
                    .polling(Shelf.POLLING)
                    .clock(Shop.clock())
                    .build()
                    .apply(KilledJvmTest.tonight(), result -> steps.println("told"));
        }
        steps.println("over");
    }
}
