package fr.passerelle.benchmarks.storm;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.benchmarks.storm.Storm.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class StormsTest {

    private static final Storm STORM = new Storm("rain", "none", server -> new Outcome(true, ""));

    @Test
    void eachStormHasANameOfItsOwn() {
        assertThat(Storms.full().stream().flatMap(List::stream).map(Storm::name))
                .doesNotHaveDuplicates();
        assertThat(Storms.quick().stream().flatMap(List::stream).map(Storm::name))
                .doesNotHaveDuplicates();
    }

    @Test
    void aLineTellsWhatWasToHoldAndWhatWasSeen() {
        assertThat(StormCommand.line(STORM, new Outcome(true, "0 mm"))).isEqualTo("| rain | none | 0 mm | met |");
    }

    @Test
    void aGoalThatIsMissedStandsOut() {
        assertThat(StormCommand.line(STORM, new Outcome(false, "3 mm")))
                .isEqualTo("| rain | none | 3 mm | **short** |");
    }
}
