package fr.passerelle.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is next, whoever has left meanwhile. */
class LineTest {

    private static final class Person extends Line.Place {}

    private final Line<Person> line = new Line<>();
    private final List<Person> people =
            IntStream.range(0, 5).mapToObj(i -> new Person()).toList();

    @Test
    void whoLeavesIsSkippedAndNotCounted() {
        people.forEach(line::addLast);

        line.remove(people.get(0));
        line.remove(people.get(3));
        line.remove(people.get(3));

        assertThat(line.size()).isEqualTo(3);
        assertThat(line.stream()).containsExactly(people.get(1), people.get(2), people.get(4));
        assertThat(line.poll()).isSameAs(people.get(1));
        assertThat(line.poll()).isSameAs(people.get(2));
        assertThat(line.poll()).isSameAs(people.get(4));
        assertThat(line.poll()).isNull();
        assertThat(line.isEmpty()).isTrue();
    }

    @Test
    void whoHasHadATurnLeavesNobodyElsesPlace() {
        line.addLast(people.get(0));
        line.addFirst(people.get(1));

        assertThat(line.poll()).isSameAs(people.get(1));
        line.remove(people.get(1));

        assertThat(line.size()).isEqualTo(1);
        assertThat(line.poll()).isSameAs(people.get(0));
    }

    @Test
    void aCrowdThatLeavesFromTheEndTakesNoTime() {
        List<Person> crowd = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            crowd.add(new Person());
            line.addLast(crowd.get(i));
        }
        long start = System.nanoTime();
        for (int i = crowd.size() - 1; i > 0; i--) {
            line.remove(crowd.get(i));
        }

        assertThat(line.size()).isEqualTo(1);
        assertThat(line.poll()).isSameAs(crowd.get(0));
        // Half a minute and more, if each one searched the line.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
}
