package fr.passerelle.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.PartnerEndpoints;
import fr.passerelle.contract.PartnerDocument;
import fr.passerelle.contract.PartnerDocument.Operation;
import fr.passerelle.internal.endpoint.Endpoint.Content;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EndpointTest {

    @Test
    void numbersAndIdsAreUnique() {
        assertThat(PartnerEndpoints.all().stream().map(PassCultureEndpoint::number))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(PassCultureEndpoint.values()).map(PassCultureEndpoint::operationId))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void onlyReadsAreSafe(PassCultureEndpoint endpoint) {
        assertThat(endpoint.retrySafety() == RetrySafety.SAFE).isEqualTo(endpoint.method() == Endpoint.Method.GET);
    }

    /** The partner API's rows are looked at in {@code ContractTest}. */
    @ParameterizedTest
    @MethodSource("fr.passerelle.contract.PartnerDocument#eachOfTheApp")
    void theAppsRowsAgreeWithItsDocument(PartnerDocument described) {
        Map<String, Operation> document = described.operations();
        List<PassCultureEndpoint> app = Arrays.stream(PassCultureEndpoint.values())
                .filter(endpoint -> endpoint.number().isEmpty())
                .toList();

        assertThat(app).hasSize(11).allSatisfy(endpoint -> {
            Operation operation = Objects.requireNonNull(document.get(endpoint.operationId()), endpoint.operationId());
            assertThat(operation.path()).isEqualTo(endpoint.template());
            assertThat(operation.method())
                    .isEqualToIgnoringCase(endpoint.method().name());
            assertThat(operation.node().has("requestBody")).isEqualTo(endpoint.request() == Content.JSON);
            assertThat(operation.node().path("responses").has(endpoint.response() == Content.JSON ? "200" : "204"))
                    .isTrue();
        });
    }
}
