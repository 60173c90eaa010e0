package fr.passerelle.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.CallException;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.invitations.Operations.Row;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect.CloseSocket;
import okio.ByteString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each write under each fault: it happens exactly once, by the client's own retry or by the caller's. */
class FaultMatrixTest {

    /** What goes wrong with the first request. */
    enum Fault {
        NONE,
        DROPPED_BEFORE_PROCESSING,
        DROPPED_AFTER_PROCESSING,
        TRUNCATED_RESPONSE,
        UNAVAILABLE_BEFORE_PROCESSING,
        BAD_GATEWAY_AFTER_PROCESSING,
        THROTTLED;

        boolean processes() {
            return this == NONE
                    || this == DROPPED_AFTER_PROCESSING
                    || this == TRUNCATED_RESPONSE
                    || this == BAD_GATEWAY_AFTER_PROCESSING;
        }
    }

    /** Same route, same body: one effect. Another body under the same route is refused, as the programme does it. */
    private static final class Programme extends Dispatcher {

        private final Row row;
        private final Map<String, ByteString> bodies = new HashMap<>();
        private final Set<String> effects = new HashSet<>();
        private final Fault fault;
        private int requests;
        private int done;

        Programme(Row row, Fault fault) {
            this.row = row;
            this.fault = fault;
        }

        @Override
        public synchronized MockResponse dispatch(RecordedRequest request) {
            requests++;
            Fault now = requests == 1 ? fault : Fault.NONE;
            if (!now.processes()) {
                return refusal(now);
            }
            ByteString body = request.getBody() == null ? ByteString.EMPTY : request.getBody();
            ByteString before = bodies.putIfAbsent(request.getTarget(), body);
            if (before != null && !before.equals(body)) {
                return status(409);
            }
            if (effects.add(request.getMethod() + request.getTarget())) {
                done++;
            }
            return after(now);
        }

        private MockResponse refusal(Fault now) {
            return switch (now) {
                case DROPPED_BEFORE_PROCESSING ->
                    new MockResponse.Builder()
                            .onResponseStart(new CloseSocket())
                            .build();
                case THROTTLED ->
                    new MockResponse.Builder()
                            .code(429)
                            .addHeader("Retry-After", "1")
                            .build();
                default -> status(503);
            };
        }

        private MockResponse after(Fault now) {
            MockResponse right = EveryOperationTest.responseOf(row);
            return switch (now) {
                case DROPPED_AFTER_PROCESSING ->
                    new MockResponse.Builder()
                            .onResponseStart(new CloseSocket())
                            .build();
                case TRUNCATED_RESPONSE ->
                    right.newBuilder()
                            .code(200)
                            .body("{\"half\":")
                            .onResponseBody(new CloseSocket())
                            .build();
                case BAD_GATEWAY_AFTER_PROCESSING -> status(502);
                default -> right;
            };
        }
    }

    private static MockResponse status(int code) {
        return new MockResponse.Builder().code(code).build();
    }

    static Stream<Arguments> writes() {
        List<Row> writes = Operations.all().stream().filter(Row::writes).toList();
        return writes.stream().flatMap(row -> Stream.of(Fault.values()).map(fault -> Arguments.of(row, fault)));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void happensOnceByTheClientsOwnRetry(Row row, Fault fault) throws IOException {
        Programme programme = new Programme(row, fault);
        try (Server server = new Server().responseBy(programme);
                InvitationsClient client =
                        server.client().time(new VirtualTime()).build()) {
            assertThat(row.sync().apply(client)).isEqualTo(row.given());
        }
        assertThat(programme.done).isEqualTo(1);
        assertThat(programme.requests).isEqualTo(fault == Fault.NONE ? 1 : 2);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void happensOnceIfTheCallerSendsTheSameDraftAgain(Row row, Fault fault) throws IOException {
        Programme programme = new Programme(row, fault);
        try (Server server = new Server().responseBy(programme);
                InvitationsClient client =
                        server.client().time(new VirtualTime()).attempts(1).build()) {
            if (fault != Fault.NONE) {
                CallException failure = catchThrowableOfType(
                        CallException.class, () -> row.sync().apply(client));
                assertThat(failure.mayHaveBeenProcessed() || !fault.processes()).isTrue();
                assertThat(String.valueOf(failure).contains("send")).isEqualTo(failure.mayHaveBeenProcessed());
            }
            assertThat(row.sync().apply(client)).isEqualTo(row.given());
        }
        assertThat(programme.done).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void happensOnceByAFuture(Row row, Fault fault) throws IOException {
        Programme programme = new Programme(row, fault);
        try (Server server = new Server().responseBy(programme);
                InvitationsClient client =
                        server.client().time(new VirtualTime()).build()) {
            Object given = row.async().apply(client).join();

            assertThat(given == null ? Operations.NOTHING : given).isEqualTo(row.given());
        }
        assertThat(programme.done).isEqualTo(1);
    }
}
