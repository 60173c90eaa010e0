package fr.passerelle.invitations;

import static fr.passerelle.invitations.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.BadRequestException;
import fr.passerelle.error.CallSite;
import fr.passerelle.error.ErrorResponse;
import fr.passerelle.error.ForbiddenException;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.error.PreconditionFailedException;
import fr.passerelle.error.RefusedException;
import fr.passerelle.error.ServerException;
import fr.passerelle.error.ThrottledException;
import fr.passerelle.error.UnexpectedStatusException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.invitation.HoldDraft;
import fr.passerelle.model.invitation.Problem;
import fr.passerelle.model.invitation.Problem.Sentence;
import fr.passerelle.model.invitation.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a problem becomes: one type for each meaning, and the sentence for the screen. */
class ProblemsTest {

    private static final HoldDraft FOUR = HoldDraft.of(Samples.ALLOTMENT, 4);

    private Server server;
    private InvitationsClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = server.client().attempts(1).build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private <E extends ApiException> E failure(Class<E> type, int status, String body) {
        server.response(status, body);
        return catchThrowableOfType(type, () -> client.holds().put(FOUR));
    }

    private <E extends ApiException> E failure(Class<E> type, Problem problem) {
        return failure(type, problem.status(), Samples.json(problem));
    }

    static Stream<Arguments> meanings() {
        return Stream.of(
                Arguments.of(401, "unauthorized", AuthenticationException.class),
                Arguments.of(403, "forbidden", ForbiddenException.class),
                Arguments.of(404, "not-found", NotFoundException.class),
                Arguments.of(400, "malformed", BadRequestException.class),
                Arguments.of(422, "invalid", BadRequestException.class),
                Arguments.of(413, "too-large", BadRequestException.class),
                Arguments.of(412, "changed", PreconditionFailedException.class),
                Arguments.of(409, "full", RefusedException.class),
                Arguments.of(429, "throttled", ThrottledException.class),
                Arguments.of(503, "unavailable", ServerException.class),
                Arguments.of(405, "method-not-allowed", UnexpectedStatusException.class));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void eachMeaningHasAType(int status, String code, Class<? extends ApiException> type) {
        ApiException thrown = failure(ApiException.class, Samples.problem(status, code, "Non.", "No."));

        assertThat(thrown).isExactlyInstanceOf(type);
        assertThat(thrown.status()).isEqualTo(status);
        assertThat(thrown.errors()).containsEntry("code", List.of(code)).containsEntry("global", List.of("No."));
        // A 413 may be a proxy's word, and 503 comes at any moment.
        assertThat(thrown.mayHaveBeenProcessed()).isEqualTo(status == 503 || status == 413);
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void whatIsNoProblemIsFromSomebodyOnTheWay(int status, String code, Class<? extends ApiException> type) {
        ApiException thrown = failure(ApiException.class, status, "<html>" + code + "</html>");

        assertThat(thrown).isExactlyInstanceOf(status == 409 ? UnexpectedStatusException.class : type);
        assertThat(thrown.errors()).isEmpty();
    }

    @Test
    void aRefusalSaysWhichRuleInBothLanguages() {
        RefusedException full = failure(RefusedException.class, Samples.refusal(409, Refusal.FULL));

        assertThat(full.refusal()).isEqualTo(Refusal.FULL);
        assertThat(full.sentence(Locale.FRENCH)).isEqualTo("Il ne reste pas de place.");
        assertThat(full.sentence(Locale.ENGLISH)).isEqualTo("No places are left.");
        assertThat(full.sentence(Locale.GERMAN)).isEqualTo("No places are left.");
        assertThat(full.minutes()).isEmpty();
        assertThat(full.usedAt()).isEmpty();
        assertThat(full).hasMessage("putHold (PUT /v1/holds/{id}) got status 409: code: full; No places are left.");
    }

    @Test
    void placesOnHoldSayWhenToTryAgain() {
        RefusedException held = failure(
                RefusedException.class,
                409,
                "{\"type\":\"tag:passerelle.fr,2026:capacity-held\",\"title\":\"Held\",\"status\":409,"
                        + "\"code\":\"capacity-held\",\"minutes\":7,\"sentence\":{\"fr\":\"?\",\"en\":\"?\"},\"more\":1}");

        assertThat(held.minutes()).hasValue(7);
        assertThat(held.sentence(Locale.FRENCH)).contains("Réessayez dans 7 minute(s)");
    }

    @Test
    void aVoucherThatIsUsedSaysSinceWhen() {
        Problem used = new Problem(
                "tag:passerelle.fr,2026:already-used",
                "Used",
                409,
                null,
                "already-used",
                new Sentence("Déjà.", "Used."),
                null,
                Samples.OPENING,
                List.of());

        assertThat(failure(RefusedException.class, used).usedAt()).contains(Samples.OPENING);
    }

    @Test
    void aRefusalOfALaterVersionHasTheServersSentence() {
        RefusedException later = failure(
                RefusedException.class,
                Samples.problem(409, "moon-is-full", "La lune est pleine.", "The moon is full."));

        assertThat(later.refusal().known()).isFalse();
        assertThat(later.refusal().value()).isEqualTo("moon-is-full");
        assertThat(later.sentence(Locale.FRENCH)).isEqualTo("La lune est pleine.");
        assertThat(later.sentence(Locale.ENGLISH)).isEqualTo("The moon is full.");
    }

    @Test
    void whatIsWrongStandsUnderItsField() {
        Problem invalid = new Problem(
                "tag:passerelle.fr,2026:invalid",
                "Invalid",
                422,
                null,
                "invalid",
                new Sentence("Champs.", "Fields."),
                null,
                null,
                List.of(
                        new Problem.Violation("party.workers", "too_large", "must be at most 2", "2"),
                        new Problem.Violation("party.people", "too_small", "must be at least 6", "6"),
                        new Problem.Violation("party.people", "too_large", "must be at most 4", "4")));

        BadRequestException thrown = failure(BadRequestException.class, invalid);

        assertThat(thrown.errors())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "party.workers",
                        List.of("must be at most 2"),
                        "party.people",
                        List.of("must be at least 6", "must be at most 4")));
        assertThat(thrown).hasMessageContaining("party.workers: must be at most 2");
    }

    @Test
    void aRefusalAfterALostResponseLeavesOpenWhatTheFirstOneDid() throws IOException {
        server.response(502, "").response(409, Samples.json(Samples.refusal(409, Refusal.FULL)));
        try (InvitationsClient patient =
                server.client().attempts(2).time(new VirtualTime()).build()) {
            RefusedException full = catchThrowableOfType(
                    RefusedException.class, () -> patient.holds().put(FOUR));

            assertThat(full.afterLostResponse()).isTrue();
            assertThat(full.mayHaveBeenProcessed()).isTrue();
            assertThat(full).hasMessageContaining("send the same draft again");
        }
    }

    @Test
    void canBeMadeByHandAndSent() throws Exception {
        ErrorResponse responded = ErrorResponse.of(CallSite.of("putHold", "PUT", "/v1/holds/{id}"), 409, Map.of());
        RefusedException made =
                new RefusedException(responded, Refusal.CAPACITY_HELD, new Sentence("Non.", "No."), 3, Instant.EPOCH);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(made);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            RefusedException read = (RefusedException) in.readObject();

            assertThat(read.refusal()).isEqualTo(Refusal.CAPACITY_HELD);
            assertThat(read.minutes()).hasValue(3);
        }
        assertThat(new RefusedException(responded, Refusal.FULL).sentence(Locale.FRENCH))
                .isEqualTo("Il ne reste pas de place.");
    }

    @Test
    void aResponseAboutAnotherThingIsNotTaken() {
        server.response(Samples.hold(id(99)));

        assertThat(catchThrowableOfType(
                        UnreadableResponseException.class, () -> client.holds().put(FOUR)))
                .hasMessageContaining("another id than the one asked for");
    }
}
