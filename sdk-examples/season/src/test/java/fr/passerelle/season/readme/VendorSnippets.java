package fr.passerelle.season.readme;

import fr.passerelle.contract.CheckingProxy;
import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.sandbox.VendorUrls;
import fr.passerelle.sandbox.junit.SandboxExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the snippets find around them: a vendor's account on a sandbox, and a screen to show things on. */
@ExtendWith(SandboxExtension.class)
abstract class VendorSnippets {

    static final Duration MONTH = Duration.ofDays(30);
    static final String SIRET = "85331845900049";

    final Instant opening = Instant.now().plus(MONTH).truncatedTo(ChronoUnit.SECONDS);
    final List<String> shown = new ArrayList<>();
    String apiKey = "";
    String hmacKey = "";
    long venueId;
    Environment environment = Environment.INTEGRATION;
    private @Nullable CheckingProxy programme;

    @AfterEach
    void stop() {
        if (programme != null) {
            programme.close();
        }
    }

    final void show(String text) {
        shown.add(text);
    }

    final void asVendorOf(Sandbox sandbox) {
        asVendorOf(sandbox, VendorUrls.NONE);
    }

    final void asVendorOf(Sandbox sandbox, VendorUrls webhooks) {
        SandboxProvider vendor = sandbox.provider(webhooks);
        SandboxVenue venue = sandbox.venue("Théâtre du Pont", SIRET);
        sandbox.link(venue, vendor);
        apiKey = vendor.apiKey();
        hmacKey = vendor.hmacKey();
        venueId = venue.id();
        programme = new CheckingProxy(sandbox.baseUrl());
        environment = Environment.of(programme.baseUrl().toString());
    }

    final PassCultureClient client() {
        return PassCultureClient.builder()
                .apiKey(apiKey)
                .environment(environment)
                .build();
    }

    /** A guided visit in one price category, "Entrée", at 5 €. */
    final EventDraft visit(boolean hasTicket) {
        return EventDraft.builder()
                .name("Visite des coulisses")
                .category(Category.guidedVisit())
                .location(Location.atVenue(venueId))
                .accessibility(Accessibility.of())
                .bookingContact("billetterie@example.org")
                .hasTicket(hasTicket)
                .addPriceCategories(PriceCategoryDraft.of("Entrée", Price.euros("5.00")))
                .build();
    }
}
