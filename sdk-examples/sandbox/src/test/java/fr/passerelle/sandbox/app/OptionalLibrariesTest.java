package fr.passerelle.sandbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.contract.SentRequests;
import fr.passerelle.http.CallListener;
import fr.passerelle.http.CallListener.End;
import fr.passerelle.http.Environment;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This module brings neither Micrometer nor OpenTelemetry: the client must do without. */
class OptionalLibrariesTest {

    @ParameterizedTest
    @ValueSource(strings = {"io.micrometer.core.instrument.MeterRegistry", "io.opentelemetry.api.OpenTelemetry"})
    void areNotHere(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void areNotNeededToObserve() {
        List<End> ended = new ArrayList<>();
        try (Sandbox sandbox = Sandbox.start();
                PassCultureClient client = PassCultureClient.builder()
                        .apiKey(sandbox.provider().apiKey())
                        .environment(new Environment(sandbox.baseUrl()))
                        .okHttpClient(SentRequests.okHttpClient())
                        .callListener(target -> new CallListener() {
                            @Override
                            public void ended(End end) {
                                ended.add(end);
                            }
                        })
                        .build()) {
            assertThat(client.provider().get().id()).isPositive();
        }

        assertThat(ended)
                .singleElement()
                .satisfies(end -> assertThat(end.status()).isEqualTo(200));
    }
}
