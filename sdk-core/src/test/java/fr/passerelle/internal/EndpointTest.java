package fr.passerelle.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.PartnerEndpoints;
import fr.passerelle.contract.PartnerDocument;
import fr.passerelle.contract.PartnerDocument.Operation;
import fr.passerelle.internal.Endpoint.Content;
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
        assertThat(PartnerEndpoints.all().stream().map(Endpoint::number)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Endpoint.values()).map(Endpoint::operationId)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void onlyReadsAreSafe(Endpoint endpoint) {
        assertThat(endpoint.repeatability() == Repeatability.SAFE).isEqualTo(endpoint.method() == Endpoint.Method.GET);
    }

    /** The partner API's rows are looked at in {@code ContractTest}. */
    @ParameterizedTest
    @MethodSource("fr.passerelle.contract.PartnerDocument#eachOfTheApp")
    void theAppsRowsAgreeWithItsDocument(PartnerDocument described) {
        Map<String, Operation> document = described.operations();
        List<Endpoint> app = Arrays.stream(Endpoint.values())
                .filter(endpoint -> endpoint.number().isEmpty())
                .toList();

        assertThat(app).hasSize(10).allSatisfy(endpoint -> {
            Operation operation = Objects.requireNonNull(document.get(endpoint.operationId()), endpoint.operationId());
            assertThat(operation.path()).isEqualTo(endpoint.template());
            assertThat(operation.method())
                    .isEqualToIgnoringCase(endpoint.method().name());
            assertThat(operation.node().has("requestBody")).isEqualTo(endpoint.request() == Content.JSON);
            assertThat(operation.node().path("responses").has(endpoint.answer() == Content.JSON ? "200" : "204"))
                    .isTrue();
        });
    }
}
