package fr.passerelle.model.invitation.draw;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.invitation.Wish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds of every draw (invitations 5), looked at from outside: from the input and the grants alone. */
class DrawPropertiesTest {

    private static final int CALLS = 3_000;

    private static Wish wish(DrawInput input, DrawResult.Grant grant) {
        return entrant(input, grant.structureId()).wishes().get(grant.rank() - 1);
    }

    private static DrawInput.Entrant entrant(DrawInput input, UUID structure) {
        return input.structures().stream()
                .filter(each -> each.id().equals(structure))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noMoreIsGivenThanThereIsAndNobodyGetsLessThanItsMinimum() {
        int grants = 0;
        for (long seed = 0; seed < CALLS; seed++) {
            DrawInput input = Draws.random(seed);
            DrawResult result = Draws.draw(input);
            for (DrawInput.Lot lot : input.allotments()) {
                assertThat(result.grants().stream()
                                .filter(grant -> grant.allotmentId().equals(lot.id()))
                                .mapToInt(DrawResult.Grant::places)
                                .sum())
                        .isLessThanOrEqualTo(lot.places());
            }
            for (DrawResult.Grant grant : result.grants()) {
                Wish wish = wish(input, grant);
                assertThat(wish.allotmentId()).isEqualTo(grant.allotmentId());
                assertThat(grant.places()).isBetween(wish.minimum(), wish.wanted());
                grants++;
            }
        }
        assertThat(grants).isGreaterThan(CALLS);
    }

    @Test
    void capsAreKeptAndNoWishIsGivenTwice() {
        for (long seed = 0; seed < CALLS; seed++) {
            DrawInput input = Draws.random(seed);
            Map<UUID, List<DrawResult.Grant>> byStructure =
                    Draws.draw(input).grants().stream().collect(Collectors.groupingBy(DrawResult.Grant::structureId));
            byStructure.values().forEach(grants -> {
                assertThat(grants).hasSizeLessThanOrEqualTo(input.maximumOutings());
                assertThat(grants.stream().mapToInt(DrawResult.Grant::places).sum())
                        .isLessThanOrEqualTo(input.maximumPlaces());
                assertThat(grants).extracting(DrawResult.Grant::rank).doesNotHaveDuplicates();
            });
        }
    }

    @Test
    void nobodyGetsASecondOutingWhileOneThatAskedHasNoneAndCouldHaveOne() {
        int seconds = 0;
        for (long seed = 0; seed < CALLS; seed++) {
            DrawInput input = Draws.random(seed);
            Map<UUID, Integer> left =
                    input.allotments().stream().collect(Collectors.toMap(DrawInput.Lot::id, DrawInput.Lot::places));
            Set<UUID> served = new HashSet<>();
            for (DrawResult.Grant grant : Draws.draw(input).grants()) {
                if (!served.add(grant.structureId())) {
                    seconds++;
                    assertThat(input.structures())
                            .filteredOn(each -> !served.contains(each.id()))
                            .noneMatch(each -> each.wishes().stream()
                                    .anyMatch(wish -> wish.minimum()
                                            <= Math.min(
                                                    left.getOrDefault(wish.allotmentId(), 0), input.maximumPlaces())));
                }
                left.merge(grant.allotmentId(), -grant.places(), Integer::sum);
            }
        }
        assertThat(seconds).isGreaterThan(CALLS / 4);
    }

    @Test
    void nothingIsLeftThatAWishOfSomebodyBelowItsCapsCouldTake() {
        for (long seed = 0; seed < CALLS; seed++) {
            DrawInput input = Draws.random(seed);
            DrawResult result = Draws.draw(input);
            for (DrawInput.Entrant entrant : input.structures()) {
                List<DrawResult.Grant> own = result.grants().stream()
                        .filter(grant -> grant.structureId().equals(entrant.id()))
                        .toList();
                int placesLeft = input.maximumPlaces()
                        - own.stream().mapToInt(DrawResult.Grant::places).sum();
                for (int rank = 1; rank <= entrant.wishes().size() && own.size() < input.maximumOutings(); rank++) {
                    Wish wish = entrant.wishes().get(rank - 1);
                    int taken = rank;
                    if (own.stream().noneMatch(grant -> grant.rank() == taken)) {
                        assertThat(wish.minimum()).isGreaterThan(Math.min(left(input, result, wish), placesLeft));
                    }
                }
            }
        }
    }

    private static int left(DrawInput input, DrawResult result, Wish wish) {
        int places = input.allotments().stream()
                .filter(lot -> lot.id().equals(wish.allotmentId()))
                .mapToInt(DrawInput.Lot::places)
                .sum();
        return places
                - result.grants().stream()
                        .filter(grant -> grant.allotmentId().equals(wish.allotmentId()))
                        .mapToInt(DrawResult.Grant::places)
                        .sum();
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        for (long seed = 0; seed < 500; seed++) {
            DrawInput input = Draws.random(seed);
            List<DrawInput.Lot> lots = new ArrayList<>(input.allotments());
            List<DrawInput.Entrant> structures = new ArrayList<>(input.structures());
            Collections.shuffle(lots, new Random(seed));
            Collections.shuffle(structures, new Random(seed + 1));
            DrawInput shuffled =
                    new DrawInput(input.callId(), input.maximumPlaces(), input.maximumOutings(), lots, structures);

            assertThat(Draws.draw(shuffled).log()).isEqualTo(Draws.draw(input).log());
        }
    }
}
