package fr.passerelle.season.readme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.error.CallException;
import fr.passerelle.error.ForbiddenException;
import fr.passerelle.error.GoneException;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.http.CircuitBreaker;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.Events;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The snippets of docs/errors.md. */
class ErrorsSnippetsTest extends VendorSnippets {

    @Test
    void tellsWhyABeneficiaryIsNotAdmitted(Sandbox sandbox) {
        asVendorOf(sandbox);
        try (PassCultureClient passCulture = client()) {
            admitOrSayWhy(passCulture, "ABC234");
            admitOrSayWhy(passCulture, "O0O0");
        }

        assertThat(shown)
                .containsExactly("No such booking.", "token: doit avoir 6 caractères parmi A-Z sans I ni O, et 2-7");
    }

    private void admitOrSayWhy(PassCultureClient passCulture, String scanned) {
        // snippet: errors
        try {
            passCulture.bookings().use(Countermark.of(scanned));
            show("Welcome!");
        } catch (RuleViolationException typo) {
            show(typo.message(Locale.FRENCH)); // nothing was sent
        } catch (GoneException used) {
            show("Already used, or cancelled.");
        } catch (NotFoundException unknown) {
            show("No such booking.");
        } catch (ForbiddenException early) {
            show("Too early: the beneficiary may still cancel.");
        } catch (CallException failure) {
            show("Try again: " + failure.getMessage()); // safe to show and to log
        }
        // end
    }

    @Test
    void saysThatAWriteIsUndecided(Sandbox sandbox) {
        asVendorOf(sandbox);
        sandbox.faults().add(Fault.next(new Effect.DropAfter()).on("POST", "/public/offers/v1/events"));
        try (PassCultureClient passCulture = client()) {
            create(passCulture, visit(false));
        }

        assertThat(shown).singleElement().asString().startsWith("Look first: PostEventOffer");
    }

    private void create(PassCultureClient passCulture, EventDraft draft) {
        // snippet: undecided
        try {
            Event event = passCulture.events().create(draft);
            show("Published: " + event.id());
        } catch (CallException failure) {
            if (failure.mayHaveBeenProcessed()) {
                show("Look first: " + failure.getMessage()); // the message says where to look
            } else {
                show("Not published: " + failure.getMessage()); // nothing was done
            }
        }
        // end
    }

    @Test
    void settlesALostResponse(Sandbox sandbox) {
        asVendorOf(sandbox);
        sandbox.faults().add(Fault.next(new Effect.DropAfter()).on("POST", "/public/offers/v1/events"));
        EventDraft draft = visit(false);
        try (PassCultureClient passCulture = client()) {

            // snippet: settled
            Events events = passCulture
                    .events()
                    .with(RequestOptions.builder()
                            .generateIds(true) // gives the event an id that finds it again
                            .readBeforeWrite(true) // reads before the write, and after it if its response is lost
                            .callTimeout(Duration.ofSeconds(60)) // default 90 s
                            .build());

            Event event = events.create(draft); // exactly one, although its response was lost
            // end

            assertThat(passCulture.events().get(event.id()).name()).isEqualTo("Visite des coulisses");
        }
    }

    @Test
    void leavesAServerAloneAsItIsTold(Sandbox sandbox) {
        asVendorOf(sandbox);

        // snippet: circuit
        PassCultureClient passCulture = PassCultureClient.builder()
                .apiKey(apiKey)
                .environment(environment)
                .circuitBreaker(CircuitBreaker.builder()
                        .failureRate(50) // percent, default 80
                        .window(20) // requests, default 100
                        .waitTime(Duration.ofSeconds(30)) // default 10 s
                        .build()) // CircuitBreaker.off(): none
                .build();
        // end

        assertThat(passCulture.provider().get().id()).isPositive();
        passCulture.close();
    }
}
