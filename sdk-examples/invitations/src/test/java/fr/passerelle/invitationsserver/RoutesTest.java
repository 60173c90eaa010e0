package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.invitationsserver.programme.Installation;
import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.invitationsserver.store.Database;
import fr.passerelle.invitationsserver.web.Route;
import fr.passerelle.model.value.OpenEnum;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The table of routes and the OpenAPI document say the same. */
class RoutesTest {

    private static List<Route> routes() {
        try (Database database = Database.open("jdbc:h2:mem:" + UUID.randomUUID(), 2, Clock.systemUTC())) {
            return Installation.of(database, Programme.Settings.DEFAULT).routes();
        }
    }

    @Test
    void everyRouteIsDescribedWithItsRolesAndNothingElseIs() {
        List<String> served = routes().stream()
                .map(route -> route.operation() + " " + route.method() + " " + route.path() + " "
                        + new TreeSet<>(
                                route.roles().stream().map(OpenEnum::value).toList()))
                .toList();
        List<String> described = OpenApi.document().operations().stream()
                .map(each -> each.id() + " " + each.method() + " " + each.path() + " " + each.roles())
                .toList();

        assertThat(served).containsExactlyInAnyOrderElementsOf(described).doesNotHaveDuplicates();
    }

    @Test
    void whatTheDocumentRefersToIsThere() {
        OpenApi document = OpenApi.document();
        assertThat(document.root().path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.root().findValuesAsText("$ref"))
                .allSatisfy(reference -> assertThat(
                                document.root().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }
}
