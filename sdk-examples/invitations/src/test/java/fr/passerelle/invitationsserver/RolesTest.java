package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.StructureStatus;
import fr.passerelle.model.invitation.StructureStatusDraft;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.KeyDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every route with every key, on things that belong to somebody: what each of them may. */
class RolesTest {

    /**
     * The status that each gets. What the route is about belongs to the theatre and the home; the opera and the relay
     * are strangers; last the home again, suspended. Without a key, with a wrong and with a revoked one it is 401.
     */
    private static final String STATUSES = """
            operation           operator theatre opera home relay suspended
            me                       200     200   200  200   200       200
            signingKeys              200     200   200  200   200       200
            changes                  200     200   200  200   200       200
            listWebhooks             200     200   200  200   200       200
            putWebhook               201     201   201  201   201       201
            deleteWebhook            404     404   404  204   404       204
            listDonors               200     403   403  403   403       403
            getDonor                 200     403   403  403   403       403
            putDonor                 201     403   403  403   403       403
            listStructures           200     403   403  403   403       403
            getStructure             200     403   403  403   403       403
            putStructure             201     403   403  403   403       403
            putStructureStatus       200     403   403  403   403       403
            listKeys                 200     403   403  403   403       403
            putKey                   201     403   403  403   403       403
            revokeKey                204     403   403  403   403       403
            audit                    200     403   403  403   403       403
            listSessions             403     200   200  403   403       403
            putSession               403     201   201  403   403       403
            getSession               403     200   404  200   200       200
            cancelSession            403     200   404  403   403       403
            listAllotments           403     200   404  200   200       200
            listSessionBookings      403     200   404  403   403       403
            getAllotment             403     200   404  200   200       200
            putAllotment             403     201   422  403   403       403
            withdraw                 403     200   404  403   403       403
            getHold                  403     403   403  200   404       200
            putHold                  403     403   403  201   201       409
            releaseHold              403     403   403  200   404       200
            listBookings             403     403   403  200   200       200
            getBooking               403     403   403  200   404       200
            putBooking               403     403   403  201   404       409
            acceptBooking            403     200   404  403   403       403
            refuseBooking            403     200   404  403   403       403
            putRelease               403     403   403  201   404       201
            availabilities           403     403   403  200   200       200
            listWaitlist             403     403   403  200   200       200
            putWaitlist              403     403   403  201   201       409
            leaveWaitlist            403     403   403  204   404       204
            listAllocations          403     403   403  200   200       200
            confirmAllocation        403     403   403  200   404       409
            declineAllocation        403     403   403  200   404       200
            listCalls                200     200   200  200   200       200
            getCall                  200     200   200  200   200       200
            putCall                  201     403   403  403   403       403
            drawCall                 200     403   403  403   403       403
            callLog                  200     200   200  200   200       200
            callInput                200     200   200  200   200       200
            getWishes                403     403   403  200   200       200
            putWishes                403     403   403  201   201       409
            putAttendance            403     201   404  200   404       200
            getPathway               403     403   403  200   404       200
            putPathway               403     403   403  201   201       409
            postEntries              403     200   404  403   403       403
            exempt                   403     200   404  403   403       403
            impact                   200     403   403  403   403       403
            """;

    private static final Duration HOLDS_RUN_OUT = Duration.ofMinutes(15);
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final TestProgramme programme = new TestProgramme();
    private static final TestProgramme.Member opera = programme.donor("Opéra");
    private static final TestProgramme.Member relay = programme.structure("Relais");
    private static final KeyDraft revoked = KeyDraft.of(InvitationRole.STRUCTURE, relay.id(), "lost");

    @AfterAll
    static void stop() {
        programme.close();
    }

    /** What comes first belongs to the season; the one write that is asked for is sent with another key. */
    private static final class Asking implements Writer {

        /** It was sent: nothing more is needed. */
        private static final class Sent extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        private final SmallSeason season;
        private final String operation;
        private final Function<Request, Api.Result> asked;
        private Api.@Nullable Result result;

        Asking(SmallSeason season, String operation, Function<Request, Api.Result> asked) {
            this.season = season;
            this.operation = operation;
            this.asked = asked;
        }

        @Override
        public SmallSeason season() {
            return season;
        }

        @Override
        public Api.Result send(String secret, String method, String path, @Nullable Object body) {
            Request request = new Request(method, path, body);
            if (operation.equals(
                    OpenApi.document().find(method, path).orElseThrow().id())) {
                result = asked.apply(request);
                throw new Sent();
            }
            Api.Result sent = request.with(programme.api(secret));
            assertThat(sent.status())
                    .as(method + " " + path + " " + sent.text())
                    .isLessThan(300);
            return sent;
        }
    }

    /** A request that anybody can send. */
    private record Request(
            String method, String path, @Nullable Object body) {

        Api.Result with(Api api) {
            return switch (method) {
                case "GET" -> api.get(path);
                case "DELETE" -> api.delete(path);
                case "POST" -> api.post(path, Objects.requireNonNull(body));
                default -> body == null ? api.put(path) : api.put(path, body);
            };
        }

        /** What comes of the same request if one of the ids that it names is nobody's, for each of them. */
        List<String> ofNothing(Api api) {
            String text = body == null ? null : Wire.text(body);
            return UUID_FORM
                    .matcher(path + text)
                    .results()
                    .map(found -> found.group())
                    .distinct()
                    .map(id -> {
                        String nobodys = UUID.randomUUID().toString();
                        return api.nonsense(
                                        method,
                                        path.replace(id, nobodys),
                                        text == null ? null : text.replace(id, nobodys))
                                .text();
                    })
                    .toList();
        }
    }

    private static SmallSeason season() {
        SmallSeason season = new SmallSeason(
                programme.server.firstKey().orElseThrow().value(),
                programme.clock.instant(),
                made -> new Asking(made, "", request -> null));
        programme.clock.set(season.now());
        return season;
    }

    private static void become(SmallSeason season, StructureStatus status) {
        programme.operator.put("/v1/structures/" + season.homeId() + "/status", new StructureStatusDraft(status));
    }

    @Test
    void everyKeyGetsWhatItMayOfEveryRoute() {
        SmallSeason season = season();
        programme.operator.put("/v1/keys/" + revoked.id(), revoked);
        programme.operator.delete("/v1/keys/" + revoked.id());
        Map<String, Api> keys = new LinkedHashMap<>();
        keys.put("operator", programme.operator);
        keys.put("theatre", programme.api(season.theatreKey()));
        keys.put("opera", opera.api());
        keys.put("home", programme.api(season.homeKey()));
        keys.put("relay", relay.api());
        keys.put("suspended", programme.api(season.homeKey()));
        List<Api> strangers = List.of(
                new Api(programme.server.baseUrl(), null),
                programme.api("pinv_" + "A".repeat(43)),
                programme.api(revoked.secret().value()));
        List<String> actual = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (OpenApi.Operation operation : OpenApi.document().operations()) {
            StringBuilder row = new StringBuilder(operation.id());
            keys.forEach((name, api) -> {
                Api.Result result = ask(season, operation, request -> {
                    for (Api stranger : strangers) {
                        Api.Result closed = request.with(stranger);
                        assertThat(closed.status()).as(operation.id()).isEqualTo(401);
                        assertThat(closed.code()).isEqualTo("unauthorized");
                        assertThat(closed.raw().headers().firstValue("WWW-Authenticate"))
                                .contains("Bearer");
                    }
                    if (name.equals("suspended")) {
                        become(season, StructureStatus.SUSPENDED);
                    }
                    Api.Result asked = request.with(api);
                    boolean strange = asked.status() == 404 || asked.status() == 422;
                    if (strange && !Set.of(asked.text()).containsAll(request.ofNothing(api))) {
                        told.add(operation.id() + " tells " + name + " that there is something");
                    }
                    return asked;
                });
                become(season, StructureStatus.ACTIVE);
                row.append(' ').append(result.status());
            });
            actual.add(row.toString());
            if (operation.id().endsWith("Hold")) {
                programme.clock.advance(HOLDS_RUN_OUT); // a structure holds only so many at once
            }
        }

        List<String> expected =
                STATUSES.lines().skip(1).map(line -> line.replaceAll(" +", " ")).toList();
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(told).isEmpty();
    }

    private static Api.Result ask(
            SmallSeason season, OpenApi.Operation operation, Function<Request, Api.Result> asked) {
        if (operation.method().equals("GET")) {
            Function<Writer, String> path =
                    Objects.requireNonNull(EveryRead.TABLE.get(operation.id()), "how to read " + operation.id());
            return asked.apply(new Request("GET", path.apply(new Asking(season, "", request -> null)), null));
        }
        EveryWrite.Row row =
                Objects.requireNonNull(EveryWrite.TABLE.get(operation.id()), "how to write " + operation.id());
        Asking writer = new Asking(season, operation.id(), asked);
        try {
            row.on(writer);
        } catch (Asking.Sent sent) {
            return Objects.requireNonNull(writer.result);
        }
        throw new AssertionError(operation.id() + " was not sent");
    }
}
