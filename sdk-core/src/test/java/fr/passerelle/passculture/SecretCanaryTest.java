package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.CallException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.log.CapturedLogs;
import fr.passerelle.log.ShownByObservers;
import fr.passerelle.model.app.Device;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.reconciliation.BookingReconciler;
import fr.passerelle.reconciliation.BookingScope;
import fr.passerelle.reconciliation.MapRecords;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect.CloseSocket;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** A marked key, a marked countermark and a marked person go through good and bad calls, and show nowhere. */
class SecretCanaryTest {

    private static final String KEY = "canarykey_0123456789ab_5ec3e7";
    private static final String COUNTERMARK = "KNR237";
    private static final String HEADER = "canary-header-value";

    private static final List<String> SECRETS = List.of(
            "canarykey",
            "5ec3e7",
            COUNTERMARK,
            HEADER,
            "canary.person",
            "33600000042",
            "Canarine",
            "Serinette",
            "2008-02-29");

    private final List<String> shown = new ArrayList<>();

    @Test
    void secretsShowNowhere() throws IOException {
        Countermark countermark = Countermark.of(COUNTERMARK);
        String echo = "{\"%s\":[\"canary.person@example.org\"],\"canary.person@example.org\":\"Canarine Serinette\"}"
                .formatted(COUNTERMARK);
        try (Server server = new Server();
                ShownByObservers observers = new ShownByObservers();
                PassCultureClient client =
                        observers.of(server.client().apiKey(KEY).attempts(1)).build()) {
            RequestOptions options = RequestOptions.builder()
                    .header("X-Trace", HEADER)
                    .onResponse(response -> shown.add(response.toString()))
                    .build();
            Bookings bookings = client.bookings().with(options);
            show(client, options, bookings, PassCultureClient.builder().apiKey(KEY), countermark);

            server.response(200, Samples.booking(1, "CONFIRMED"));
            Booking booking = bookings.byCountermark(countermark);
            show(booking, List.of(booking));
            server.response(204, "");
            bookings.use(countermark);

            for (int status : List.of(302, 400, 401, 403, 404, 410, 429, 500, 503)) {
                server.response(status, echo);
                showFailure(() -> bookings.use(countermark));
            }
            server.response(200, echo);
            showFailure(() -> bookings.byCountermark(countermark));
            server.response(200, Samples.booking(1, "USED").replace("\"price\":2500", "\"price\":\"Canarine\""));
            showFailure(() -> bookings.byCountermark(countermark));
            server.response(200, Samples.booking(1, "USED").replace("2008-02-29", "2008-02-29 canary.person"));
            showFailure(() -> bookings.byCountermark(countermark));
            server.response(new MockResponse.Builder()
                    .status("HTTP/1.1 KNR237 Canarine")
                    .build());
            showFailure(() -> bookings.cancel(countermark));
            server.response(new MockResponse.Builder()
                    .onResponseStart(new CloseSocket())
                    .build());
            showFailure(() -> bookings.keep(countermark));
            server.response(200, Samples.booking(1, "CONFIRMED"))
                    .response(500, echo)
                    .response(200, echo);
            show(bookings.admit(countermark));
            server.response(410, echo);
            show(bookings.admit(countermark));
            server.response(404, echo);
            showFailure(() -> bookings.async().use(countermark).join());
            server.response(
                    200, Samples.object("bookings", Samples.booking(1, "CONFIRMED"), Samples.booking(2, "USED")));
            reconcile(client.bookings());
            server.response(404, echo);
            showFailure(() -> reconcile(client.bookings()));
            showAll(observers);
        }

        assertThat(shown).hasSizeGreaterThan(20);
        for (String secret : SECRETS) {
            assertThat(shown).noneMatch(text -> text.contains(secret));
            assertThat(CapturedLogs.lines()).noneMatch(line -> line.text().contains(secret));
        }
    }

    @Test
    void tokensPasswordsAndPeopleShowNowhere() throws IOException {
        List<String> secrets = List.of(
                "canaryaccess",
                "canaryrefresh",
                "canarypassword",
                "canarydevice",
                "canary.person",
                "Canarine",
                "Serinette",
                COUNTERMARK);
        String signedIn = "{\"accessToken\":\"canaryaccess-1\",\"refreshToken\":\"canaryrefresh-1\","
                + "\"accountState\":\"ACTIVE\"}";
        String renewed = "{\"accessToken\":\"canaryaccess-2\"}";
        String echo = "{\"canary.person@example.org\":[\"Canarine\",\"canaryaccess-2\"],\"code\":\"KNR237\"}";
        char[] password = "canarypassword".toCharArray();
        Device device = new Device("canarydevice-1", "canarydevice", "canarydevice");
        TokenListener listener = new TokenListener() {
            @Override
            public void onTokens(AppTokens tokens) {
                show(tokens);
                throw new IllegalStateException(tokens.access() + tokens.refresh());
            }

            @Override
            public void onTokensEnded() {}
        };
        try (Server server = new Server();
                ShownByObservers observers = new ShownByObservers();
                BeneficiaryClient app = observers
                        .of(server.app().device(device).tokenListener(listener).attempts(1))
                        .build()) {
            show(device);
            BeneficiaryClient noted = app.with(RequestOptions.builder()
                    .onResponse(response -> shown.add(response.toString()))
                    .build());
            server.response(400, echo);
            showFailure(() -> noted.signIn("canary.person@example.org", password));
            server.response(200, signedIn.replace("canaryrefresh-1", ""));
            showFailure(() -> noted.signIn("canary.person@example.org", password));
            server.response(200, signedIn);
            show(app, noted, noted.signIn("canary.person@example.org", password));
            server.response(401, echo).response(200, renewed).response(200, AppSamples.PROFILE);
            show(noted.me());
            server.response(200, AppSamples.bookings());
            show(noted.bookings());
            server.response(200, AppSamples.booking(501));
            show(noted.booking(501), noted.async());
            for (int status : List.of(302, 400, 403, 404)) {
                server.response(status, echo);
                showFailure(() -> noted.book(77, 1));
            }
            server.response(500, echo);
            showFailure(() -> noted.book(77, 1));
            server.response(401, echo).response(401, echo);
            showFailure(noted::me);
            server.response(200, signedIn);
            noted.signIn("canary.person@example.org", password);
            server.response(401, echo).response(500, echo);
            showFailure(noted::me);
            server.response(401, echo).response(200, echo);
            showFailure(noted::me);
            server.response(401, echo).response(200, "{\"accessToken\":\"canaryaccess 3\"}");
            showFailure(noted::me);
            server.response(200, signedIn);
            noted.signIn("canary.person@example.org", password);
            server.response(new MockResponse.Builder()
                    .onResponseStart(new CloseSocket())
                    .build());
            showFailure(() -> noted.async().cancel(501).join());
            server.response(500, echo);
            showFailure(noted::signOut);
            showAll(observers);
        }
        showFailure(() -> BeneficiaryClient.builder().accessToken("canaryaccess 4"));

        assertThat(shown).hasSizeGreaterThan(20);
        for (String secret : secrets) {
            assertThat(shown).noneMatch(text -> text.contains(secret));
            assertThat(CapturedLogs.lines()).noneMatch(line -> line.text().contains(secret));
        }
    }

    @Test
    void logsOneDebugLinePerAttempt() throws IOException {
        int before = CapturedLogs.ours().size();
        try (Server server = new Server().response(204, "");
                PassCultureClient client = server.client().build()) {
            client.bookings().use(Countermark.of(COUNTERMARK));
        }

        assertThat(CapturedLogs.ours().subList(before, CapturedLogs.ours().size()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.level()).isEqualTo(Level.DEBUG);
                    assertThat(line.text())
                            .matches("ValidateBookingByToken PATCH /public/bookings/v1/use/token/\\{token\\}: "
                                    + "204 after \\d+ ms, attempt 1");
                });
    }

    private void reconcile(Bookings bookings) {
        BookingReconciler reconciler = BookingReconciler.of(bookings, new MapRecords());
        show(reconciler, reconciler.run(BookingScope.offer(12), this::show));
    }

    private void showAll(ShownByObservers observers) {
        assertThat(observers.texts())
                .anyMatch(text -> text.startsWith("Target["))
                .anyMatch(text -> text.contains("passerelle.client.calls"))
                .anyMatch(text -> text.startsWith("SpanData"));
        shown.addAll(observers.texts());
    }

    private void show(Object... objects) {
        for (Object object : objects) {
            shown.add(String.valueOf(object));
        }
    }

    private void showFailure(Runnable call) {
        try {
            call.run();
        } catch (CallException | CompletionException | IllegalArgumentException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            shown.add(trace.toString());
            if (e instanceof ApiException api) {
                shown.add(api.response().toString());
            }
            return;
        }
        throw new AssertionError("the call should have failed");
    }
}
