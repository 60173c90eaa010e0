package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages go outside only, and whoever takes none delays nothing else. */
@Timeout(60)
class DeliveryTest {

    private static InvitationsServer server(TestClock clock, Duration jobsEvery, Programme.Settings settings) {
        return InvitationsServer.start(new InvitationsServer.Options(
                "127.0.0.1",
                0,
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                8,
                100_000,
                100_000,
                jobsEvery,
                settings,
                clock));
    }

    private static void listen(Api api, String url) {
        WebhookDraft draft = WebhookDraft.of(url);
        assertThat(api.put("/v1/webhooks/" + draft.id(), draft).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"})
    void thisMachineIsNotCalledUnderAnyOfItsNames(String host) throws Exception {
        TestClock clock = new TestClock(TestProgramme.START);
        try (Receiver receiver = new Receiver();
                InvitationsServer server = server(clock, Duration.ZERO, Programme.Settings.DEFAULT)) {
            Api operator =
                    new Api(server.baseUrl(), server.firstKey().orElseThrow().value());
            listen(operator, receiver.url().replace("127.0.0.1", host));
            listen(operator, "https://hooks.invalid/");

            server.deliver();

            assertThat(receiver.bodies).isEmpty();
        }
    }

    /** Connections are taken by the operating system, and nobody ever reads from them. */
    @Test
    void aReceiverThatHangsDelaysNoJob() throws Exception {
        TestProgramme programme = new TestProgramme();
        try (programme;
                ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            TestProgramme.Member theatre = programme.donor("Théâtre");
            TestProgramme.Member home = programme.structure("Maison");
            for (int i = 0; i < 10; i++) {
                listen(home.api(), "http://127.0.0.1:" + silent.getLocalPort() + "/" + i);
            }
            Allotment places = programme.places(theatre, 10);
            TestProgramme.hold(home, places, 4);
            programme.clock.advance(Duration.ofHours(1));
            Thread deliveries = new Thread(programme.server::deliver);
            deliveries.setDaemon(true);
            deliveries.start();
            List<Socket> hanging = new ArrayList<>();
            hanging.add(silent.accept());

            assertThat(programme.server.runJobs()).isPositive();

            assertThat(TestProgramme.now(theatre, places).held()).isZero();
            assertThat(deliveries.isAlive()).isTrue();
            for (Socket socket : hanging) {
                socket.close();
            }
        }
    }
}
