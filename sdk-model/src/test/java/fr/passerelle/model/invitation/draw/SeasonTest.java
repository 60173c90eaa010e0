package fr.passerelle.model.invitation.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The draw beside first come, first served, on made-up seasons (invitations-draw 6). */
class SeasonTest {

    private static final Path PAGE = Path.of("..", "docs", "invitations-draw.md");

    @Test
    void theTableOnThePageIsWhatComesOut() throws IOException {
        String rows = SeasonComparison.all(2026).stream()
                .map(SeasonComparison.Outcome::row)
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(PAGE)).contains(rows);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void withTheDrawFewerStructuresHaveNothingAndConfirmationSavesAThirdOfTheWaste(long seed) {
        List<SeasonComparison.Outcome> outcomes = SeasonComparison.all(seed);
        SeasonComparison.Outcome today = outcomes.get(0);
        SeasonComparison.Outcome drawn = outcomes.get(3);

        assertThat(drawn.withNothing()).isLessThan(today.withNothing());
        assertThat(drawn.wasted()).isLessThan(today.wasted() * 2 / 3);
        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.given()).isLessThanOrEqualTo(outcome.offered());
            assertThat(outcome.used()).isLessThanOrEqualTo(outcome.given());
        });
    }

    @Test
    void giniIsZeroWhereAllHaveTheSameAndNearlyOneWhereOneHasAll() {
        assertThat(SeasonComparison.gini(List.of(2.0, 2.0, 2.0))).isZero();
        assertThat(SeasonComparison.gini(List.of(0.0, 0.0, 0.0, 1.0))).isEqualTo(0.75);
    }
}
