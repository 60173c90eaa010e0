package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.ServerException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.passculture.Offline.Document;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttributesTest {

    private static final String ONE = "[{\"id\":\"THEATRE-COMEDIE\",\"label\":\"Comédie\"}]";

    private final VirtualTime time = new VirtualTime();
    private final List<String> calls = new ArrayList<>();
    private Document response = new Document(200, ONE);
    private final PassCultureClient client = Offline.client(request -> {
                calls.add(request.url().encodedPath());
                return response;
            })
            .time(time)
            .attempts(1)
            .build();

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void asksEveryTimeUnlessToldOtherwise() {
        client.attributes().showTypes();
        client.attributes().showTypes();

        assertThat(calls).hasSize(2);
    }

    @Test
    void remembersEachListForItsLifetime() {
        Attributes cached = client.attributes().cachedFor(Duration.ofHours(6));
        cached.showTypes();
        time.pass(Duration.ofHours(5));
        assertThat(cached.showTypes()).hasSize(1);
        cached.musicTypes();
        assertThat(calls).hasSize(2);

        time.pass(Duration.ofHours(1));
        cached.showTypes();
        assertThat(calls).hasSize(3);
    }

    @Test
    void sharesItsMemoryWithItsOtherViewsAndNobodyElse() {
        Attributes cached = client.attributes().cachedFor(Duration.ofHours(6));
        cached.showTypes();
        cached.with(RequestOptions.none()).showTypes();
        cached.async().showTypes().join();
        assertThat(calls).hasSize(1);

        client.attributes().cachedFor(Duration.ofHours(6)).showTypes();
        assertThat(calls).hasSize(2);
    }

    @Test
    void doesNotRememberAFailure() {
        Attributes cached = client.attributes().cachedFor(Duration.ofHours(6));
        response = new Document(500, "");
        assertThatThrownBy(cached::showTypes).isInstanceOf(ServerException.class);

        response = new Document(200, ONE);
        assertThat(cached.showTypes()).hasSize(1);
    }

    @Test
    void whatIsRememberedCannotBeChanged() {
        Attributes cached = client.attributes().cachedFor(Duration.ofHours(6));

        assertThat(cached.showTypes()).isUnmodifiable();
    }

    @Test
    void refusesALifetimeThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.attributes().cachedFor(Duration.ZERO))
                .withMessageContaining("lifetime");
    }
}
