package fr.passerelle.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.internal.endpoint.Endpoint.Content;
import fr.passerelle.internal.endpoint.RetrySafety;
import fr.passerelle.invitations.Operations.Row;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the table is called, in both ways: what is sent, and what is made of the response. */
class EveryOperationTest {

    static List<Row> rows() {
        return Operations.all();
    }

    @Test
    void noRowIsLeftOut() {
        assertThat(rows()).extracting(Row::endpoint).containsExactlyInAnyOrder(InvitationsEndpoint.values());
    }

    @Test
    void idsAreUniqueAndSoAreRoutes() {
        assertThat(InvitationsEndpoint.values())
                .extracting(InvitationsEndpoint::operationId)
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(InvitationsEndpoint.values()).map(row -> row.method() + " " + row.template()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyWriteIsSentAgainAndSaysWhatToDoIfThatDoesNotHelp(InvitationsEndpoint endpoint) {
        boolean read = endpoint.method().name().equals("GET");

        assertThat(endpoint.retrySafety()).isEqualTo(read ? RetrySafety.SAFE : RetrySafety.IDEMPOTENT);
        assertThat(endpoint.recoveryHint().isEmpty()).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isSentAndReadAlikeInBothWays(Row row) throws IOException, InterruptedException {
        try (Server server = new Server();
                InvitationsClient client = server.client().build()) {
            server.response(responseOf(row)).response(responseOf(row));

            assertThat(row.sync().apply(client)).isEqualTo(row.given());
            Object later = row.async().apply(client).join();
            assertThat(later == null ? Operations.NOTHING : later).isEqualTo(row.given());

            RecordedRequest first = server.request();
            assertIsSent(row, first);
            RecordedRequest second = server.request();
            assertThat(second.getRequestLine()).isEqualTo(first.getRequestLine());
            assertThat(second.getBody()).isEqualTo(first.getBody());
        }
    }

    private static void assertIsSent(Row row, RecordedRequest request) {
        ByteString body = request.getBody();
        assertThat(request.getMethod()).isEqualTo(row.endpoint().method().name());
        assertThat(request.getTarget()).isEqualTo(row.target());
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Server.KEY);
        assertThat(body != null && body.size() > 0).isEqualTo(row.endpoint().request() == Content.JSON);
    }

    static MockResponse responseOf(Row row) {
        if (row.response() == Operations.NOTHING) {
            return new MockResponse.Builder().code(204).build();
        }
        return row.endpoint().response() == Content.TEXT
                ? new MockResponse(
                        200,
                        Headers.of("Content-Type", "text/plain; charset=utf-8"),
                        row.response().toString())
                : new MockResponse(200, Headers.of("Content-Type", "application/json"), Samples.json(row.response()));
    }
}
