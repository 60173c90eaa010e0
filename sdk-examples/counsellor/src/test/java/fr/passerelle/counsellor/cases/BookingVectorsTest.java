package fr.passerelle.counsellor.cases;

import fr.passerelle.contract.ReferenceCases;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class BookingVectorsTest {

    @TestFactory
    Stream<DynamicNode> everyReferenceCase() throws Exception {
        return CaseTests.tests(ReferenceCases.BOOKINGS);
    }

    @TestFactory
    Stream<DynamicNode> whereTheLawReadsOtherwise() throws Exception {
        return CaseTests.lawTests(ReferenceCases.BOOKINGS);
    }
}
