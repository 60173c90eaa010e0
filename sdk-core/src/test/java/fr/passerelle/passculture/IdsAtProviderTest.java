package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.rule.RuleViolationException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking up by the vendor's own names: what cannot be asked is refused before the wire. */
class IdsAtProviderTest {

    private Server server;
    private PassCultureClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = server.client().build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void refusesACommaInsteadOfFindingNothing() {
        List<String> ids = List.of("OR", "OR, 1er rang");

        assertThatThrownBy(() -> client.events().dates(12).list(ids))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("idsAtProvider.1: must not hold a comma");
        assertThatThrownBy(() -> client.events().priceCategories(12).list(ids))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("idsAtProvider.1: must not hold a comma");
        assertThat(server.requests()).isZero();
    }

    @Test
    void refusesMoreThanAHundred() {
        List<String> ids = Collections.nCopies(101, "OR");

        assertThatThrownBy(() -> client.events().dates(12).list(ids)).isInstanceOf(RuleViolationException.class);
        assertThatThrownBy(() -> client.events().priceCategories(12).list(ids))
                .isInstanceOf(RuleViolationException.class);
    }
}
