package fr.passerelle.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final Effect REFUSE = new Effect.Refuse();
    private static final Effect GARBAGE = new Effect.Garbage();

    private final Faults faults = new Faults();

    @Test
    void strikesOnceUnlessToldOtherwise() {
        faults.add(Fault.next(REFUSE));

        assertThat(faults.strike("GET", "/a", null)).contains(REFUSE);
        assertThat(faults.strike("GET", "/a", null)).isEmpty();
    }

    @Test
    void strikesUntilRemoved() {
        faults.add(Fault.next(REFUSE).always());
        for (int i = 0; i < 100; i++) {
            assertThat(faults.strike("GET", "/a", null)).contains(REFUSE);
        }

        faults.clear();

        assertThat(faults.strike("GET", "/a", null)).isEmpty();
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void letsSomePassFirst() {
        long id = faults.add(Fault.next(REFUSE).skip(2).times(2));

        assertThat(faults.strike("GET", "/a", null)).isEmpty();
        assertThat(faults.strike("GET", "/a", null)).isEmpty();
        assertThat(faults.strike("GET", "/a", null)).contains(REFUSE);
        assertThat(faults.strike("GET", "/a", null)).contains(REFUSE);
        assertThat(faults.strike("GET", "/a", null)).isEmpty();
        assertThat(faults.all()).singleElement().satisfies(standing -> {
            assertThat(standing.id()).isEqualTo(id);
            assertThat(standing.struck()).isEqualTo(2);
        });
    }

    @Test
    void choosesByMethodPathAndKey() {
        faults.add(Fault.next(REFUSE).on("POST", "/public/offers").forKey("k").always());

        assertThat(faults.strike("POST", "/public/offers/v1/events", "k")).isPresent();
        assertThat(faults.strike("GET", "/public/offers/v1/events", "k")).isEmpty();
        assertThat(faults.strike("POST", "/public/bookings", "k")).isEmpty();
        assertThat(faults.strike("POST", "/public/offers/v1/events", "other")).isEmpty();
        assertThat(faults.strike("POST", "/public/offers/v1/events", null)).isEmpty();
    }

    @Test
    void takesARegularExpressionForAPath() {
        faults.add(Fault.next(REFUSE).on("POST", "/events/\\d+/dates$").always());

        assertThat(faults.strike("POST", "/public/offers/v1/events/12/dates", null))
                .isPresent();
        assertThat(faults.strike("POST", "/public/offers/v1/events/12/dates/3", null))
                .isEmpty();
    }

    @Test
    void takesAPrefixThatIsNoRegularExpression() {
        faults.add(Fault.next(REFUSE).on("GET", "/a(").always());

        assertThat(faults.strike("GET", "/a(b", null)).isPresent();
        assertThat(faults.strike("GET", "/b", null)).isEmpty();
    }

    @Test
    void strikesWithTheFirstThatIsNotWornOut() {
        faults.add(Fault.next(REFUSE));
        faults.add(Fault.next(GARBAGE));

        assertThat(faults.strike("GET", "/a", null)).contains(REFUSE);
        assertThat(faults.strike("GET", "/a", null)).contains(GARBAGE);
    }
}
