package fr.passerelle.model.vector;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class CreditVectorsTest {

    @TestFactory
    Stream<DynamicNode> everySharedCase() throws IOException {
        return SharedCases.tests("contract/credit-vectors.json");
    }

    @TestFactory
    Stream<DynamicNode> whereTheLawReadsOtherwise() throws IOException {
        return SharedCases.lawTests("contract/credit-vectors.json");
    }
}
