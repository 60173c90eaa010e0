package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;
import static fr.passerelle.invitationsserver.TestProgramme.book;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.CallDraft;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Wish;
import fr.passerelle.model.invitation.WishesDraft;
import fr.passerelle.model.invitation.draw.Draw;
import fr.passerelle.model.invitation.draw.DrawDraft;
import fr.passerelle.model.invitation.draw.DrawInput;
import fr.passerelle.model.invitation.draw.DrawSecret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A call from its opening to the draw that anybody can make again. */
class CallTest {

    private static final TestProgramme programme = new TestProgramme();

    private final DrawSecret secret = DrawSecret.of("a secret of the operator".getBytes(StandardCharsets.US_ASCII));
    private final TestProgramme.Member theatre = programme.donor("Théâtre");
    private final TestProgramme.Member home = programme.structure("Maison");
    private final TestProgramme.Member relay = programme.structure("Relais");

    @AfterAll
    static void stop() {
        programme.close();
    }

    private Allotment forACall(int quantity) {
        String ref = "C" + UUID.randomUUID();
        programme.session(theatre, ref);
        return programme.give(
                theatre,
                AllotmentDraft.of(ref, quantity).mode(AllotmentMode.CALL).build());
    }

    private CallDraft call(Allotment... places) {
        CallDraft.Builder draft = CallDraft.builder()
                .title("Saison d'automne")
                .closesAt(programme.clock.instant().plus(Duration.ofDays(1)))
                .commitment(secret.commitment())
                .publicValueName("Loto du 10 octobre 2026")
                .confirmWithinHours(24);
        for (Allotment each : places) {
            draft.addAllotmentIds(each.id());
        }
        CallDraft built = draft.build();
        assertThat(programme.operator.put("/v1/calls/" + built.id(), built).status())
                .isEqualTo(201);
        return built;
    }

    @Test
    void aDrawCanBeMadeAgainByteForByte() {
        Allotment ten = forACall(10);
        Allotment four = forACall(4);
        CallDraft call = call(ten, four);
        String path = "/v1/calls/" + call.id();
        WishesDraft wishes = WishesDraft.of(call.id(), new Wish(ten.id(), 4, 6), new Wish(four.id(), 2, 4));
        assertThat(home.api().put(path + "/wishes", wishes).status()).isEqualTo(201);
        assertThat(home.api().put(path + "/wishes", wishes).status()).isEqualTo(200);
        relay.api().put(path + "/wishes", WishesDraft.of(call.id(), new Wish(ten.id(), 6, 8)));
        assertThat(programme.operator.get(path).body().has("secret")).isFalse();
        assertThat(programme
                        .operator
                        .put(path + "/draw", DrawDraft.of(secret, "7 12 23 31 49 2"))
                        .code())
                .isEqualTo("call-not-closed");
        assertThat(relay.api().get(path + "/log").code()).isEqualTo("call-not-drawn");

        programme.clock.advance(Duration.ofDays(1));
        assertThat(home.api().put(path + "/wishes", wishes).status()).isEqualTo(200);
        assertThat(home.api()
                        .put(path + "/wishes", WishesDraft.of(call.id(), new Wish(ten.id(), 1, 1)))
                        .code())
                .isEqualTo("call-closed");
        Api.Result drawn = programme.operator.put(path + "/draw", DrawDraft.of(secret, "7 12 23 31 49 2"));
        Api.Result again = programme.operator.put(path + "/draw", DrawDraft.of(secret, "7 12 23 31 49 2"));

        assertThat(drawn.body().path("status").asText()).isEqualTo("DRAWN");
        assertThat(again.text()).isEqualTo(drawn.text());
        assertThat(programme
                        .operator
                        .put(path + "/draw", DrawDraft.of(secret, "1 2 3 4 5 6"))
                        .code())
                .isEqualTo("already-different");
        DrawInput input = relay.api().get(path + "/input").as(DrawInput.class);
        assertThat(Draw.run(input, secret, "7 12 23 31 49 2").log())
                .isEqualTo(relay.api().get(path + "/log").text());
        assertThat(home.api().get("/v1/allocations").body().path("items")).isNotEmpty();
    }

    @Test
    void whatWasDrawnIsConfirmedAndBookedOrGoesBack() {
        Allotment places = forACall(10);
        CallDraft call = call(places);
        home.api().put("/v1/calls/" + call.id() + "/wishes", WishesDraft.of(call.id(), Wish.of(places.id(), 6)));
        programme.clock.advance(Duration.ofDays(1));
        programme.operator.put("/v1/calls/" + call.id() + "/draw", DrawDraft.of(secret, "1"));
        var allocation = home.api().get("/v1/allocations").body().path("items").path(0);
        assertThat(allocation.path("callId").asText()).isEqualTo(call.id().toString());

        String id = allocation.path("id").asText();
        home.api().put("/v1/allocations/" + id + "/confirmation");
        Api.Result booked = book(
                home,
                BookingDraft.builder()
                        .allotmentId(places.id())
                        .party(Party.of(6, TEENAGERS))
                        .allocationId(UUID.fromString(id))
                        .build());

        assertThat(booked.status()).isEqualTo(201);
        assertThat(home.api()
                        .get("/v1/allocations")
                        .body()
                        .path("items")
                        .path(0)
                        .path("status")
                        .asText())
                .isEqualTo("SPENT");
    }

    @Test
    void anotherSecretThanThePromisedOneIsRefused() {
        CallDraft call = call(forACall(4));
        programme.clock.advance(Duration.ofDays(1));
        DrawSecret other = DrawSecret.of(new byte[32]);

        assertThat(programme
                        .operator
                        .put("/v1/calls/" + call.id() + "/draw", DrawDraft.of(other, "1"))
                        .violations())
                .containsExactly("secret bad_commitment");
    }

    @Test
    void placesAreInOneCallAndWishesAreOfIt() {
        Allotment places = forACall(4);
        CallDraft call = call(places);
        CallDraft second = CallDraft.builder().from(call).id(UUID.randomUUID()).build();
        Wish elsewhere = Wish.of(UUID.randomUUID(), 2);

        assertThat(programme.operator.put("/v1/calls/" + second.id(), second).violations())
                .containsExactly("allotmentIds.0 unknown_reference");
        assertThat(home.api()
                        .put("/v1/calls/" + call.id() + "/wishes", WishesDraft.of(call.id(), elsewhere))
                        .violations())
                .containsExactly("wishes.0.allotmentId unknown_reference");
    }
}
