package fr.passerelle.season.readme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.http.RawRequest;
import fr.passerelle.http.RawResponse;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.offer.Event;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippets of docs/operations.md. */
class OperationsSnippetsTest extends VendorSnippets {

    @Test
    void callsWhatTheSdkDoesNotKnow(Sandbox sandbox) {
        asVendorOf(sandbox);
        try (PassCultureClient passCulture = client()) {
            long id = passCulture.events().create(visit(false)).id();

            // snippet: raw
            RawResponse response = passCulture
                    .raw()
                    .send(RawRequest.patch("/public/offers/v1/events/{event_id}", id)
                            .json("{\"name\": \"Visite\"}"));
            show(response.bodyText());
            // end

            assertThat(shown).singleElement().asString().contains("\"Visite\"");
        }
    }

    @Test
    void readsFieldsThatTheSdkDoesNotKnow(Sandbox sandbox) {
        asVendorOf(sandbox);
        try (PassCultureClient passCulture = client()) {
            long id = passCulture.events().create(visit(false)).id();

            // snippet: unknown-fields
            List<RawResponse> raw = new ArrayList<>();
            Event event = passCulture
                    .events()
                    .with(RequestOptions.builder().onResponse(raw::add).build())
                    .get(id);
            show(event.name() + ": " + raw.get(0).bodyText()); // the same response, with all its fields
            // end

            assertThat(shown).singleElement().asString().startsWith("Visite des coulisses: {");
        }
    }
}
