package fr.passerelle.model.invitation;

import static fr.passerelle.model.invitation.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyTest {

    private static final ObjectMapper JSON = WireJson.mapper();

    private static List<String> wrong(Party party) {
        return Violations.of(() -> BookingDraft.of(id(3), party));
    }

    private static List<String> wrong(Party party, Session session, Allotment allotment) {
        return Violations.of(() -> BookingDraft.of(allotment, party).checkFor(session, allotment, WorkerRatio.DEFAULT));
    }

    @Test
    void isNumbersAndNeedsOnTheWire() throws Exception {
        Party party = Samples.teenagers().companions(1).needing(1, AccessNeed.WHEELCHAIR);
        String wire = """
                {"beneficiaries":{"FROM_12_TO_15":8},"workers":2,"companions":1,"needs":{"WHEELCHAIR":1}}""";

        assertThat(JSON.writeValueAsString(party)).isEqualTo(wire);
        assertThat(JSON.readValue(wire, Party.class)).isEqualTo(party);
        assertThat(party.people()).isEqualTo(11);
    }

    @Test
    void keepsABandThatThisVersionDoesNotKnow() throws Exception {
        Party party = JSON.readValue("{\"beneficiaries\":{\"FROM_12_TO_14\":3}}", Party.class);

        assertThat(party.beneficiaryCount()).isEqualTo(3);
        assertThat(wrong(party)).containsExactly("party.beneficiaries.FROM_12_TO_14 unknown_value");
    }

    @Test
    void isNotReadWithANumberThatIsNull() {
        assertThatThrownBy(() -> JSON.readValue("{\"beneficiaries\":{\"FROM_60\":null}}", Party.class))
                .isInstanceOf(JsonMappingException.class);
    }

    @Test
    void hasAtLeastOneBeneficiary() {
        assertThat(wrong(Party.of(0, AgeBand.FROM_60).workers(1))).containsExactly("party.beneficiaries too_few 1");
    }

    @Test
    void isBoundedWithoutOverflow() {
        assertThat(wrong(Party.of(Integer.MAX_VALUE, AgeBand.FROM_60).workers(Integer.MAX_VALUE)))
                .containsExactly(
                        "party.beneficiaries.FROM_60 too_large 200",
                        "party.workers too_large 200",
                        "party.people too_large 200");
        assertThat(wrong(Samples.teenagers().needing(11, AccessNeed.SURTITLES)))
                .containsExactly("party.needs.SURTITLES too_large 10");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 1", "5, 2", "8, 2", "9, 3", "200, 50"})
    void oneWorkerForFourBeneficiariesRoundedUp(int beneficiaries, int workers) {
        assertThat(WorkerRatio.DEFAULT.mostWorkers(beneficiaries)).isEqualTo(workers);
    }

    @Test
    void mayNotBringMoreWorkersThanTheRatio() {
        Allotment allotment = Samples.allotment().build();
        Session session = Samples.session().build();

        assertThat(wrong(Samples.teenagers().workers(3), session, allotment))
                .containsExactly("party.workers too_large 2");
        assertThatCode(() -> BookingDraft.of(allotment, Samples.teenagers())
                        .checkFor(session, allotment, WorkerRatio.DEFAULT))
                .doesNotThrowAnyException();
    }

    @Test
    void mustFitTheGroupTheAgeAndTheNeeds() {
        Allotment allotment =
                Samples.allotment().minimumGroup(2).maximumGroup(9).build();
        Session session = Samples.session()
                .minimumAge(16)
                .addAccessibleFor(AccessNeed.WHEELCHAIR)
                .build();

        assertThat(wrong(
                        Samples.teenagers().needing(2, AccessNeed.WHEELCHAIR).needing(1, AccessNeed.HEARING_LOOP),
                        session,
                        allotment))
                .containsExactlyInAnyOrder(
                        "party.people too_large 9",
                        "party.beneficiaries.FROM_12_TO_15 too_small 16",
                        "party.needs.HEARING_LOOP not_accessible",
                        "party.needs.WHEELCHAIR too_large 1");
    }

    @Test
    void noTypeThatIsSentHasAFieldForAName() {
        assertThat(Party.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly("beneficiaries", "workers", "companions", "needs");
        assertThat(Voucher.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly("number", "code", "signedCode", "status", "usedAt");
    }
}
