package fr.passerelle.counsellor.cases;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class BookingVectorsTest {

    @TestFactory
    Stream<DynamicNode> everySharedCase() throws Exception {
        return SharedCases.tests("contract/booking-vectors.json");
    }

    @TestFactory
    Stream<DynamicNode> whereTheLawReadsOtherwise() throws Exception {
        return SharedCases.lawTests("contract/booking-vectors.json");
    }
}
