package fr.passerelle.model.invitation;

import static fr.passerelle.model.invitation.Samples.NOON;
import static fr.passerelle.model.invitation.Samples.NOW;
import static fr.passerelle.model.invitation.Samples.OPENING;
import static fr.passerelle.model.invitation.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.value.Price;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DraftsTest {

    private static final ObjectMapper JSON = WireJson.mapper();

    @Test
    void aDonorGivesTwentyPlacesAndTakesBackAtNoonWhatIsLeft() throws Exception {
        AllotmentDraft draft = AllotmentDraft.of("SAISON26-BG-0412", 20)
                .id(id(3))
                .releaseAt(NOON)
                .build();

        assertThat(JSON.readTree(JSON.writeValueAsString(draft))).isEqualTo(JSON.readTree("""
                        {"id": "00000000-0000-4000-8000-000000000003", "sessionRef": "SAISON26-BG-0412", "quantity": 20,
                         "price": 0, "mode": "DIRECT", "minimumGroup": 1, "wheelchairPlaces": 0,
                         "releaseAt": "2026-11-20T11:00:00Z"}"""));
    }

    @Test
    void aSessionSaysForWhomItIsAccessible() {
        SessionDraft draft = Samples.show()
                .accessibleFor(AccessNeed.WHEELCHAIR, AccessNeed.HEARING_LOOP)
                .regularPrice(Price.euros("25"))
                .build();

        assertThat(draft.accessibleFor()).containsExactly(AccessNeed.WHEELCHAIR, AccessNeed.HEARING_LOOP);
        assertThat(draft.languageNeeded()).isNull();
    }

    @Test
    void aDraftMintsItsIdOnceAndKeepsIt() {
        AllotmentDraft draft = AllotmentDraft.of("A", 20).build();

        assertThat(draft.id())
                .isEqualTo(draft.id())
                .isEqualTo(draft.toBuilder().quantity(10).build().id());
        assertThat(draft.id()).isNotEqualTo(AllotmentDraft.of("A", 20).build().id());
    }

    @Test
    void aSessionTellsEveryViolationAtOnceByThePathsOfTheWire() {
        Place nowhere = Place.builder()
                .name(" ")
                .postalCode("99000")
                .city("")
                .capacity(0)
                .build();

        assertThat(Violations.of(() -> SessionDraft.builder()
                        .ref("à l'affiche")
                        .title("x".repeat(141))
                        .kind(SessionKind.of("OPERETTA"))
                        .startsAt(OPENING)
                        .endsAt(OPENING.minusSeconds(1))
                        .place(nowhere)
                        .addAccessibleFor(AccessNeed.of("TELEPATHY"))
                        .minimumAge(100)
                        .regularPrice(Price.cents(-1))
                        .description("x".repeat(1_001))
                        .build()))
                .containsExactly(
                        "ref bad_reference",
                        "title too_long 140",
                        "kind unknown_value",
                        "endsAt before_limit startsAt",
                        "place.name too_short 1",
                        "place.postalCode bad_postal_code",
                        "place.city too_short 1",
                        "place.capacity too_small 1",
                        "accessibleFor unknown_value",
                        "minimumAge too_large 99",
                        "regularPrice too_small 0",
                        "description too_long 1000");
    }

    @Test
    void aDraftNamesWhatIsMissing() {
        assertThat(Violations.of(() -> SessionDraft.builder().build()))
                .containsExactly(
                        "ref required", "title required", "kind required", "startsAt required", "place required");
        assertThat(Violations.of(() -> AllotmentDraft.builder().build()))
                .containsExactly("sessionRef required", "quantity required");
        assertThat(Violations.of(() -> HoldDraft.builder().build()))
                .containsExactly("allotmentId required", "places required");
        assertThat(Violations.of(() -> BookingDraft.builder().build()))
                .containsExactly("allotmentId required", "party required");
        assertThat(Violations.of(() -> WaitlistDraft.builder().build()))
                .containsExactly("allotmentId required", "minimum required", "wanted required");
        assertThat(Violations.of(() -> WishesDraft.builder().build()))
                .containsExactly("callId required", "wishes too_few 1");
        assertThat(Violations.of(() -> ReleaseDraft.builder().build()))
                .containsExactly("bookingId exactly_one bookingId, allocationId");
        assertThat(Violations.of(() -> AttendanceDraft.builder().build()))
                .containsExactly("bookingId required", "people exactly_one people, vouchers");
        assertThat(Violations.of(() -> PathwayDraft.builder().build()))
                .containsExactly("title required", "allotmentIds too_few 2", "party required");
        assertThat(Violations.of(() -> CallDraft.builder().build()))
                .containsExactly(
                        "title required",
                        "allotmentIds too_few 1",
                        "closesAt required",
                        "commitment required",
                        "publicValueName required");
        assertThat(Violations.of(() -> DonorDraft.builder().build())).containsExactly("name required", "kind required");
        assertThat(Violations.of(() -> StructureDraft.builder().build()))
                .containsExactly("name required", "kind required", "department required", "people required");
    }

    @Test
    void anAllotmentIsBounded() {
        assertThat(Violations.of(() -> AllotmentDraft.of("A", 10)
                        .price(Price.euros("3.01"))
                        .mode(AllotmentMode.of("LOTTERY"))
                        .minimumGroup(11)
                        .maximumGroup(12)
                        .wheelchairPlaces(11)
                        .note("x".repeat(501))
                        .build()))
                .containsExactly(
                        "price too_large 300",
                        "mode unknown_value",
                        "minimumGroup too_large 10",
                        "maximumGroup too_large 10",
                        "wheelchairPlaces too_large 10",
                        "note too_long 500");
        assertThat(Violations.of(() -> AllotmentDraft.of("A", 10_001).build()))
                .containsExactly("quantity too_large 10000");
        assertThat(Violations.of(() -> AllotmentDraft.of("A", 0).build())).containsExactly("quantity too_small 1");
        assertThat(Violations.of(() -> AllotmentDraft.of("A", 10)
                        .minimumGroup(5)
                        .maximumGroup(4)
                        .build()))
                .containsExactly("maximumGroup too_small 5");
    }

    @Test
    void whatIsLeftGoesBackBeforeTheSessionBegins() {
        AllotmentDraft late =
                AllotmentDraft.of("A", 20).releaseAt(OPENING.plusSeconds(1)).build();

        assertThat(Violations.of(() -> late.checkFor(OPENING, NOW))).containsExactly("releaseAt after_limit startsAt");
        assertThat(Violations.of(() -> late.toBuilder().releaseAt(NOW).build().checkFor(OPENING, NOW)))
                .containsExactly("releaseAt not_in_future");
        assertThat(Violations.of(() -> Samples.show().build().checkAt(OPENING)))
                .containsExactly("startsAt not_in_future");
    }

    @Test
    void wishesNameEachAllotmentOnceAndAskForAtLeastTheMinimum() {
        assertThat(Violations.of(() ->
                        WishesDraft.of(id(9), new Wish(id(1), 4, 8), new Wish(id(1), 0, 2), new Wish(id(2), 5, 4))))
                .containsExactly(
                        "wishes.1.minimum too_small 1",
                        "wishes.2.wanted too_small 5",
                        "wishes.1.allotmentId duplicate wishes.0.allotmentId");
    }

    @Test
    void aReleaseKeepsPlacesAndPeopleTheSame() {
        Party before = Samples.teenagers();

        assertThatCode(() -> ReleaseDraft.ofBooking(id(5), before.workers(1)).checkFor(before))
                .doesNotThrowAnyException();
        assertThat(Violations.of(() -> ReleaseDraft.ofBooking(id(5), before).checkFor(before)))
                .containsExactly("remaining too_large 9");
        assertThat(Violations.of(() -> ReleaseDraft.ofBooking(id(5), before.and(1, AgeBand.FROM_60))
                        .checkFor(before)))
                .containsExactly("remaining.beneficiaries.FROM_60 too_large 0", "remaining too_large 9");
        assertThat(Violations.of(() -> ReleaseDraft.builder()
                        .bookingId(id(5))
                        .allocationId(id(6))
                        .places(0)
                        .build()))
                .containsExactly("bookingId exactly_one bookingId, allocationId", "places too_small 1");
    }

    @Test
    void aPathwayBooksEveryStepForTheSameParty() {
        PathwayDraft pathway = PathwayDraft.builder()
                .title("Molière en trois temps")
                .addAllotmentIds(id(1), id(2), id(3))
                .party(Samples.teenagers())
                .build();

        assertThat(pathway.bookings())
                .isEqualTo(pathway.bookings())
                .hasSize(3)
                .allSatisfy(booking -> assertThat(booking.party()).isEqualTo(pathway.party()))
                .allSatisfy(booking -> assertThat(booking.pathwayId()).isEqualTo(pathway.id()))
                .extracting(BookingDraft::id)
                .doesNotHaveDuplicates();
        assertThat(Violations.of(() -> pathway.checkFor(List.of(NOW, OPENING, NOON))))
                .containsExactly("allotmentIds.2 before_limit allotmentIds.1");
    }

    @Test
    void aStructureHasADepartmentASizeAndLimits() {
        assertThat(Violations.of(() -> StructureDraft.builder()
                        .name("Foyer Nord")
                        .kind(StructureKind.CHILD_PROTECTION)
                        .department("96")
                        .people(0)
                        .addLimits(new PeriodLimit(Period.MONTH, null, null))
                        .build()))
                .containsExactly(
                        "department unknown_department",
                        "people too_small 1",
                        "limits.0.maximumPlaces one_of_required maximumPlaces, maximumOutings");
    }

    @Test
    void aCallIsCommittedToItsSecret() {
        CallDraft.Builder call = CallDraft.builder()
                .title("Saison 2026-2027")
                .addAllotmentIds(id(3))
                .closesAt(NOON)
                .publicValueName("Tirage du Loto du 25 novembre 2026");

        assertThat(Violations.of(() -> call.commitment("secret").build())).containsExactly("commitment bad_commitment");
        assertThat(Violations.of(() -> call.commitment("0a".repeat(32)).build().checkAt(NOON)))
                .containsExactly("closesAt not_in_future");
    }

    @Test
    void theRulesOfThisPackageSpeakFrench() {
        RuleCheck check = new RuleCheck();
        InvitationRules.ref(check, "ref", "é");

        assertThat(check.violations().get(0).message(Locale.FRENCH))
                .isEqualTo(
                        "ref: doit avoir des lettres sans accent, des chiffres et . _ ~ -, et commencer par une lettre"
                                + " ou un chiffre");
    }
}
