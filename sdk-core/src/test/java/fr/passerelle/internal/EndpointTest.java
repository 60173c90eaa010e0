package fr.passerelle.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndpointTest {

    @Test
    void numbersAndIdsAreUnique() {
        assertThat(Arrays.stream(Endpoint.values()).map(Endpoint::number)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Endpoint.values()).map(Endpoint::operationId)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void onlyReadsAreSafe(Endpoint endpoint) {
        assertThat(endpoint.repeatability() == Repeatability.SAFE).isEqualTo(endpoint.method() == Endpoint.Method.GET);
    }
}
