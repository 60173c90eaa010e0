package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;
import static fr.passerelle.invitationsserver.TestProgramme.book;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Place;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What no client sends that means well: it is refused by its place, and never fails the server. */
class HostileInputTest {

    private static final String BEYOND = "+999999999-12-31T23:59:59.999999999-18:00";

    private static final TestProgramme programme = new TestProgramme();

    private final TestProgramme.Member theatre = programme.donor("Théâtre");
    private final TestProgramme.Member home = programme.structure("Maison");

    @AfterAll
    static void stop() {
        programme.close();
    }

    @Test
    void aMomentThatNoDatabaseKeepsCannotBeRead() {
        Allotment places = programme.places(theatre, 5);
        String entry = "{\"entries\":[{\"nonce\":\"" + UUID.randomUUID() + "\",\"code\":\"ABCDEFGH\",\"at\":\"" + BEYOND
                + "\"}]}";
        String cursor = Base64.getUrlEncoder()
                .encodeToString(("+1000000000-12-31T23:59:59Z " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));

        assertThat(theatre.api()
                        .nonsense("POST", "/v1/sessions/" + places.sessionId() + "/entries", entry)
                        .code())
                .isEqualTo("malformed");
        for (String query : new String[] {
            "from=" + BEYOND.replace("+", "%2B"), "to=" + BEYOND.replace("+", "%2B"), "cursor=" + cursor
        }) {
            assertThat(home.api()
                            .nonsense("GET", "/v1/availabilities?" + query, null)
                            .code())
                    .as(query)
                    .isEqualTo("invalid");
        }
    }

    @Test
    void aFieldIsSaidOnce() {
        Allotment places = programme.places(theatre, 5);

        assertThat(home.api()
                        .nonsense(
                                "PUT",
                                "/v1/holds/" + UUID.randomUUID(),
                                "{\"allotmentId\":\"" + places.id() + "\",\"places\":1,\"places\":5}")
                        .code())
                .isEqualTo("malformed");
    }

    @Test
    void theLongestTextsHaveRoom() {
        Allotment places = programme.places(theatre, 5);
        BookingDraft booking = BookingDraft.builder()
                .allotmentId(places.id())
                .party(Party.of(1, TEENAGERS))
                .note("🎭".repeat(BookingDraft.MAX_NOTE))
                .build();
        String ref = "L" + UUID.randomUUID();
        SessionDraft session = SessionDraft.builder()
                .from(programme.play(ref))
                .title("\u0001".repeat(SessionDraft.MAX_TITLE))
                .description("\u0001".repeat(SessionDraft.MAX_DESCRIPTION))
                .place(Place.builder()
                        .from(TestProgramme.hall())
                        .name("\u0001".repeat(200))
                        .street("\u0001".repeat(200))
                        .build())
                .build();

        assertThat(book(home, booking).status()).isEqualTo(201);
        assertThat(theatre.api().put("/v1/sessions/by-ref/" + ref, session).status())
                .isEqualTo(201);
    }

    @Test
    void spacesAroundATextCountToo() {
        String name = "n" + " ".repeat(5_000);

        assertThat(programme
                        .operator
                        .nonsense(
                                "PUT",
                                "/v1/donors/" + UUID.randomUUID(),
                                "{\"name\":\"" + name + "\",\"kind\":\"VENUE\"}")
                        .violations())
                .containsExactly("name too_long");
    }

    @Test
    void anotherMethodIsToldWhichThereAre() {
        Api.Result result = home.api().nonsense("PATCH", "/v1/holds/" + UUID.randomUUID(), "{}");

        assertThat(result.status()).isEqualTo(405);
        assertThat(result.raw().headers().firstValue("Allow")).contains("GET, PUT, DELETE");
    }

    @Test
    void whoSharesAnAddressWithAFloodOfWrongKeysIsStillLetIn() {
        TestClock clock = new TestClock(TestProgramme.START);
        try (InvitationsServer server = InvitationsServer.start(new InvitationsServer.Options(
                "127.0.0.1",
                0,
                "jdbc:h2:mem:" + UUID.randomUUID(),
                2,
                1,
                5,
                Duration.ZERO,
                Programme.Settings.DEFAULT,
                clock))) {
            Api right =
                    new Api(server.baseUrl(), server.firstKey().orElseThrow().value());
            Api wrong = right.with("pinv_" + "A".repeat(43));
            assertThat(right.get("/v1/me").status()).isEqualTo(200);
            for (int i = 0; i < 5; i++) {
                assertThat(wrong.nonsense("GET", "/v1/me", null).status()).isEqualTo(401);
            }

            Api.Result throttled = wrong.nonsense("GET", "/v1/me", null);

            assertThat(throttled.status()).isEqualTo(429);
            assertThat(throttled.raw().headers().firstValue("Retry-After")).contains("1");
            assertThat(right.get("/v1/me").status()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(1));
            assertThat(wrong.nonsense("GET", "/v1/me", null).status()).isEqualTo(401);
        }
    }

    @Test
    void aBodyThatSaysThatItIsNotJsonIsNotRead() {
        Allotment places = programme.places(theatre, 5);
        String body = "{\"allotmentId\":\"" + places.id() + "\",\"places\":1}";

        for (String type : new String[] {
            "application/x-www-form-urlencoded",
            "text/plain",
            "application/xml",
            "json",
            "",
            "application/jsonp",
            "application/json; charset=iso-8859-1",
            "application/json; v=1; CHARSET=\"utf-16\"",
            "application/json; charset="
        }) {
            Api.Result refused =
                    home.api().with("Content-Type", type).nonsense("PUT", "/v1/holds/" + UUID.randomUUID(), body);
            assertThat(refused.status()).as(type).isEqualTo(415);
            assertThat(refused.code()).isEqualTo("unsupported-media-type");
            assertThat(refused.body().path("sentence").path("fr").asText()).contains("JSON");
            assertThat(refused.raw().headers().firstValue("Accept")).contains("application/json");
        }
        for (String type : new String[] {
            "application/json",
            "Application/JSON ; charset=utf-8",
            "application/json;charset=\"UTF-8\";v=1",
            "application/vnd.passerelle+json"
        }) {
            assertThat(home.api()
                            .with("Content-Type", type)
                            .nonsense("PUT", "/v1/holds/" + UUID.randomUUID(), body)
                            .status())
                    .as(type)
                    .isEqualTo(201);
        }
        assertThat(home.api()
                        .nonsense("PUT", "/v1/holds/" + UUID.randomUUID(), body)
                        .status())
                .isEqualTo(201);
        assertThat(theatre.api()
                        .with("Content-Type", "text/plain")
                        .nonsense("PUT", "/v1/sessions/" + places.sessionId() + "/cancellation", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBodyInUtf16IsNotRead() throws Exception {
        byte[] body = "{\"places\":1}".getBytes(StandardCharsets.UTF_16LE);
        HttpRequest request = HttpRequest.newBuilder(
                        programme.server.baseUrl().resolve("/v1/holds/" + UUID.randomUUID()))
                .header("Authorization", "Bearer " + home.secret())
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();

        HttpResponse<String> refused = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("the body is not JSON in UTF-8");
    }

    /** A client that sent its next request on the same connection would find it closed under it. */
    @Test
    void whereABodyIsNotReadTheConnectionIsSaidToEnd() {
        Api wrong = programme.api("pinv_" + "A".repeat(43));
        String path = "/v1/holds/" + UUID.randomUUID();

        assertThat(wrong.nonsense("PUT", path, "{}").raw().headers().firstValue("Connection"))
                .contains("close");
        assertThat(home.api().nonsense("PATCH", path, "{}").raw().headers().firstValue("Connection"))
                .contains("close");
        assertThat(wrong.nonsense("GET", path, null).raw().headers().firstValue("Connection"))
                .isEmpty();
        assertThat(home.api().nonsense("PUT", path, "{}").raw().headers().firstValue("Connection"))
                .isEmpty();
    }

    @Test
    void whatIsNoRequestIsAProblemToo() {
        Api.Result result = home.api().nonsense("GET", "/v1/me?" + "a".repeat(20_000), null);

        assertThat(result.status()).isEqualTo(413);
        assertThat(result.code()).isEqualTo("too-large");
    }

    /** One that says yes and then sends a body without an end would stop everybody's jobs. */
    @Test
    @Timeout(30)
    void aReceiverThatNeverEndsItsResponseStopsNothing() throws Exception {
        try (ServerSocket receiver = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread endless = new Thread(() -> sayYesAndGoOn(receiver));
            endless.setDaemon(true);
            endless.start();
            WebhookDraft draft = WebhookDraft.of("http://127.0.0.1:" + receiver.getLocalPort() + "/");
            home.api().put("/v1/webhooks/" + draft.id(), draft);
            book(home, programme.places(theatre, 5), 1);

            assertThat(programme.server.deliver()).isPositive();
        }
    }

    private static void sayYesAndGoOn(ServerSocket receiver) {
        try (Socket socket = receiver.accept()) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            while (in.read() >= 0) {
                // Until the server hangs up.
            }
        } catch (IOException hungUp) {
            // As it should.
        }
    }
}
