package fr.passerelle.invitations;

import static fr.passerelle.invitations.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.PreconditionFailedException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.Environment;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.http.Versioned;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.metrics.CallMetrics;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.rule.RuleViolationException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

/** The client itself: how it is set up, what it shows, what it does for every call. */
class InvitationsClientTest {

    @Test
    void saysWhatIsMissing() {
        InvitationsClient.Builder builder = InvitationsClient.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("baseUrl is missing: pass the address of the programme's server");
        builder.baseUrl("http://localhost:8080");
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("apiKey is missing: pass the key that the operator gave you");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.apiKey(" ").build())
                .withMessageContaining("apiKey is missing or blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.baseUrl("ftp://example.org"))
                .withMessageContaining("baseUrl must be http(s)");
    }

    @Test
    void aKeyOfThisProgrammeIsNeverSentToTheOther() {
        for (Environment theirs : List.of(Environment.PRODUCTION, Environment.INTEGRATION)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InvitationsClient.builder().environment(theirs))
                    .withMessageContaining("pass Culture's");
        }
    }

    @Test
    void showsNoKey() {
        try (InvitationsClient client = InvitationsClient.builder()
                .apiKey(Server.KEY)
                .baseUrl("https://invitations.example.org/")
                .build()) {
            assertThat(client).hasToString("InvitationsClient[https://invitations.example.org, invitations]");
        }
    }

    @Test
    void keysRotateAndRequestsCarryTheirOptions() throws IOException, InterruptedException {
        try (Server server = new Server().response(Samples.hold(id(1))).response(Samples.hold(id(1)));
                InvitationsClient client = server.client()
                        .apiKeyFrom(List.of("check-at-build", "first", "second").iterator()::next)
                        .build()) {
            client.holds().get(id(1));
            client.holds()
                    .with(RequestOptions.builder().requestId("request-7").build())
                    .get(id(1));

            assertThat(server.request().getHeaders().get("Authorization")).isEqualTo("Bearer first");
            RecordedRequest second = server.request();
            assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer second");
            assertThat(second.getHeaders().get("X-Request-Id")).isEqualTo("request-7");
        }
    }

    @Test
    void afterItsEndNothingIsSent() throws IOException {
        try (Server server = new Server()) {
            InvitationsClient client = server.client().build();
            client.close();

            assertThatThrownBy(() -> client.holds().get(id(1))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> client.holds().async().get(id(1)).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void slowsDownWhenTheServerSaysSo() throws IOException {
        VirtualTime time = new VirtualTime();
        MockResponse slower = new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "7")
                .build();
        try (Server server = new Server().response(slower).response(Samples.hold(id(1)));
                InvitationsClient client = server.client().time(time).build()) {
            assertThat(client.holds().get(id(1))).isEqualTo(Samples.hold(id(1)));
            assertThat(time.pauses()).first().isEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void itsMetricsHaveItsNameAndProgramme() throws IOException {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (Server server = new Server().response(Samples.hold(id(1)));
                InvitationsClient client =
                        server.client().callListener(new CallMetrics(registry)).build()) {
            client.holds().get(id(1));
        }

        assertThat(registry.get("passerelle.client.calls")
                        .tags("programme", "invitations", "client", "invitations")
                        .tags("operation", "getHold", "outcome", "success")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aVersionThatWasReadIsNamedWhenItIsReplaced() throws IOException, InterruptedException {
        try (Server server = new Server();
                InvitationsClient client = server.client().build()) {
            server.response(versioned("\"v7\"")).response(versioned("\"v8\"")).response(412, "");
            Versioned<Session> read = client.sessions().versioned(Samples.SESSION);
            SessionDraft draft = Samples.show().toBuilder().title("Tartuffe").build();

            client.sessions().put(draft, read.version());
            PreconditionFailedException slower = catchThrowableOfType(
                    PreconditionFailedException.class, () -> client.sessions().put(draft, read.version()));

            assertThat(slower.mayHaveBeenProcessed()).isFalse();
            assertThat(server.request().getHeaders().get("If-Match")).isNull();
            assertThat(server.request().getHeaders().get("If-Match")).isEqualTo("\"v7\"");
        }
    }

    @Test
    void aThingWithoutAVersionCannotBeReplacedByVersion() throws IOException {
        try (Server server = new Server().response(Samples.structure(id(2)));
                InvitationsClient client = server.client().build()) {
            assertThatThrownBy(() -> client.structures().versioned(id(2)))
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageContaining("no ETag");
        }
    }

    @Test
    void aSessionThatHasBegunIsNotSent() throws IOException {
        try (Server server = new Server();
                InvitationsClient client = server.client().build()) {
            SessionDraft past = Samples.show().toBuilder().startsAt(Samples.NOW).build();

            assertThatThrownBy(() -> client.sessions().put(past)).isInstanceOf(RuleViolationException.class);
            assertThatThrownBy(() -> client.sessions().async().put(past).join())
                    .hasCauseInstanceOf(RuleViolationException.class);
            assertThat(server.requests()).isZero();
        }
    }

    private static MockResponse versioned(String tag) {
        return new MockResponse(
                200, Headers.of("Content-Type", "application/json", "ETag", tag), Samples.json(Samples.session()));
    }
}
