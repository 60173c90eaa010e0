package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.invitationsserver.programme.Installation;
import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.invitationsserver.store.Database;
import fr.passerelle.invitationsserver.web.Route;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The client's table of endpoints, the server's table of routes and the OpenAPI document are one. */
class ClientRoutesTest {

    private final List<String> called = Arrays.stream(InvitationsEndpoint.values())
            .map(endpoint -> endpoint.operationId() + " " + endpoint.method() + " " + endpoint.template())
            .toList();

    private static List<Route> routes() {
        try (Database database = Database.open("jdbc:h2:mem:" + UUID.randomUUID(), 2, Clock.systemUTC())) {
            return Installation.of(database, Programme.Settings.DEFAULT).routes();
        }
    }

    @Test
    void theClientCallsEveryRouteThatThereIsAndNoOther() {
        List<String> served = routes().stream()
                .map(route -> route.operation() + " " + route.method() + " " + route.path())
                .toList();

        assertThat(called).containsExactlyInAnyOrderElementsOf(served).doesNotHaveDuplicates();
    }

    @Test
    void theClientCallsEveryOperationThatIsDescribedAndNoOther() {
        List<String> described = OpenApi.document().operations().stream()
                .map(each -> each.id() + " " + each.method() + " " + each.path())
                .toList();

        assertThat(called).containsExactlyInAnyOrderElementsOf(described);
    }
}
