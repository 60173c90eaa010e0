package fr.passerelle.model.invitation.draw;

import static fr.passerelle.model.invitation.draw.Draws.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.Violations;
import fr.passerelle.model.invitation.Wish;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static DrawInput.Entrant home(long id, Wish... wishes) {
        return new DrawInput.Entrant(id(id), 40, 0, List.of(wishes));
    }

    private static DrawInput call(int places, DrawInput.Entrant... structures) {
        return new DrawInput(
                id(1),
                100,
                5,
                List.of(new DrawInput.Lot(id(10), places), new DrawInput.Lot(id(11), places)),
                List.of(structures));
    }

    @Test
    void eachStructureGetsItsBestWishThatStillFits() {
        DrawResult result = Draws.draw(call(
                10,
                home(20, new Wish(id(10), 6, 8), new Wish(id(11), 6, 8)),
                home(21, new Wish(id(10), 6, 8), new Wish(id(11), 6, 8))));

        assertThat(result.grants())
                .hasSize(2)
                .extracting(DrawResult.Grant::rank)
                .containsExactly(1, 2);
        assertThat(result.places()).isEqualTo(16);
    }

    @Test
    void nobodyGetsASecondOutingWhileAnotherHasNone() {
        DrawResult result = Draws.draw(call(
                8, home(20, Wish.of(id(10), 8), Wish.of(id(11), 8)), home(21, Wish.of(id(11), 8), Wish.of(id(10), 8))));

        assertThat(result.grants()).extracting(DrawResult.Grant::structureId).containsExactlyInAnyOrder(id(20), id(21));
    }

    @Test
    void aGroupIsNotSplitBelowItsMinimum() {
        DrawResult result = Draws.draw(call(5, home(20, new Wish(id(10), 6, 8), new Wish(id(11), 5, 8))));

        assertThat(result.grants()).containsExactly(new DrawResult.Grant(id(20), id(11), 5, 2, 1));
    }

    @Test
    void capsAreKept() {
        DrawInput capped = new DrawInput(
                id(1),
                7,
                5,
                List.of(new DrawInput.Lot(id(10), 50), new DrawInput.Lot(id(11), 50)),
                List.of(home(20, new Wish(id(10), 2, 5), new Wish(id(11), 2, 5))));

        assertThat(Draws.draw(capped).grants())
                .extracting(DrawResult.Grant::places)
                .containsExactly(5, 2);
    }

    @Test
    void theLogTellsEveryStep() {
        DrawResult result = Draws.draw(call(10, home(20, Wish.of(id(10), 6)), home(21, Wish.of(id(10), 6))));

        assertThat(result.log().lines().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactly(
                        "passerelle-draw",
                        "commitment",
                        "secret",
                        "wishes",
                        "public",
                        "seed",
                        "key",
                        "key",
                        "give",
                        "none",
                        "left",
                        "left");
        assertThat(result.log()).endsWith("\n").contains("secret " + Draws.SECRET.hex());
    }

    @Test
    void anotherLogIsFoundOutByItsFirstLineThatDiffers() {
        DrawResult result = Draws.draw(call(10, home(20, Wish.of(id(10), 6))));

        assertThat(result.firstDifference(result.log())).isZero();
        assertThat(result.firstDifference(result.log().replace("public Loto", "public Keno")))
                .isEqualTo(5);
        assertThat(result.firstDifference(result.log() + "\n")).isGreaterThan(8);
    }

    @Test
    void aLateOrChangedWishChangesTheSeed() {
        DrawInput before = call(10, home(20, Wish.of(id(10), 6)));
        Set<String> seeds = new TreeSet<>();
        for (DrawInput input : List.of(
                before,
                call(10, home(20, Wish.of(id(10), 6)), home(21, Wish.of(id(10), 6))),
                call(10, home(20, new Wish(id(10), 5, 6))),
                call(10, home(20, Wish.of(id(11), 6))),
                call(11, home(20, Wish.of(id(10), 6))))) {
            seeds.add(HexFormat.of().formatHex(Draw.seed(input, Draws.SECRET, Draws.PUBLIC_VALUE)));
        }
        seeds.add(HexFormat.of().formatHex(Draw.seed(before, Draws.SECRET, "other")));
        seeds.add(HexFormat.of().formatHex(Draw.seed(before, DrawSecret.ofHex("ff".repeat(32)), Draws.PUBLIC_VALUE)));

        assertThat(seeds).hasSize(7);
    }

    @Test
    void theRankOfWishesIsTheirOrder() {
        DrawInput one = call(10, home(20, Wish.of(id(10), 6), Wish.of(id(11), 6)));
        DrawInput other = call(10, home(20, Wish.of(id(11), 6), Wish.of(id(10), 6)));

        assertThat(one.canonical()).isNotEqualTo(other.canonical());
    }

    @Test
    void whatIsDrawnIsChecked() {
        assertThat(Violations.of(() -> new DrawInput(
                        id(1),
                        0,
                        1,
                        List.of(new DrawInput.Lot(id(10), -1), new DrawInput.Lot(id(10), 1)),
                        List.of(new DrawInput.Entrant(
                                id(20), 0, -1, List.of(new Wish(id(11), 0, 0), new Wish(id(11), 3, 2)))))))
                .containsExactly(
                        "maximumPlaces too_small 1",
                        "allotments.1.id duplicate allotments.0.id",
                        "allotments.0.places too_small 0",
                        "structures.0.people too_small 1",
                        "structures.0.received too_small 0",
                        "structures.0.wishes.1.allotmentId duplicate structures.0.wishes.0.allotmentId",
                        "structures.0.wishes.0.allotmentId unknown_reference allotments",
                        "structures.0.wishes.0.minimum too_small 1",
                        "structures.0.wishes.0.wanted too_small 1",
                        "structures.0.wishes.1.allotmentId unknown_reference allotments",
                        "structures.0.wishes.1.wanted too_small 3");
        assertThat(Violations.of(() -> Draw.run(call(1), Draws.SECRET, "a\nb")))
                .containsExactly("publicValue ill_formed_text");
    }

    @Test
    void theSecretIsCommittedToAndDoesNotShow() {
        assertThat(Draws.SECRET.commitment())
                .isEqualTo("630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd");
        assertThat(Draws.SECRET.toString()).doesNotContain("0001");
        assertThatThrownBy(() -> DrawSecret.ofHex("00")).hasMessage("secret: must be at least 16");
    }
}
