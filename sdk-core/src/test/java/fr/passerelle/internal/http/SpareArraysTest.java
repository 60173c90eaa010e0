package fr.passerelle.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpareArraysTest {

    @Test
    void onesThatAreTakenAreNobodyElses() {
        byte[] one = SpareArrays.take(20_000);
        byte[] other = SpareArrays.take(20_000);

        assertThat(one).isNotSameAs(other);
        assertThat(one.length).isEqualTo(32 * 1024);
    }

    @Test
    void aSpareOneIsGivenToTheNextWhoWantsNoMore() {
        drain();
        byte[] spare = new byte[64 * 1024];
        SpareArrays.give(spare);

        assertThat(SpareArrays.take(200_000)).isNotSameAs(spare);
        SpareArrays.give(spare);
        assertThat(SpareArrays.take(50_000)).isSameAs(spare);
        assertThat(SpareArrays.take(50_000)).isNotSameAs(spare);
    }

    @Test
    void othersThanItsOwnSizesAreNotKept() {
        drain();
        byte[] tiny = new byte[SpareArrays.SMALLEST - 1];
        byte[] huge = new byte[SpareArrays.LARGEST + 1];

        SpareArrays.give(tiny);
        SpareArrays.give(huge);

        assertThat(SpareArrays.take(1)).isNotSameAs(tiny).isNotSameAs(huge);
    }

    private static void drain() {
        for (int i = 0; i < 10; i++) {
            SpareArrays.take(SpareArrays.SMALLEST);
        }
    }
}
