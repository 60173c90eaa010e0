package fr.passerelle.model.invitation.figures;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What follows from equations between unknown numbers: Gauss over the numbers modulo a prime. */
final class Equations {

    private static final long PRIME = 2_147_483_647L;

    private final int unknowns;
    private final List<long[]> reduced = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    Equations(int unknowns) {
        this.unknowns = unknowns;
    }

    /** Some unknowns add up to a number that is known. */
    void add(Collection<Integer> summed) {
        long[] row = new long[unknowns];
        summed.forEach(unknown -> row[unknown]++);
        reduce(row);
        for (int pivot = 0; pivot < unknowns; pivot++) {
            if (row[pivot] != 0) {
                scale(row, inverse(row[pivot]));
                for (long[] other : reduced) {
                    subtract(other, row, other[pivot]);
                }
                reduced.add(row);
                pivots.add(pivot);
                return;
            }
        }
    }

    /** Whether the equations alone say how much this unknown is. */
    boolean determine(int unknown) {
        long[] row = new long[unknowns];
        row[unknown] = 1;
        reduce(row);
        return Arrays.stream(row).allMatch(coefficient -> coefficient == 0);
    }

    private void reduce(long[] row) {
        for (int i = 0; i < reduced.size(); i++) {
            subtract(row, reduced.get(i), row[pivots.get(i)]);
        }
    }

    private static void subtract(long[] from, long[] what, long times) {
        for (int i = 0; i < from.length && times != 0; i++) {
            from[i] = Math.floorMod(from[i] - times * what[i] % PRIME, PRIME);
        }
    }

    private static void scale(long[] row, long times) {
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] * times % PRIME;
        }
    }

    private static long inverse(long number) {
        return BigInteger.valueOf(number).modInverse(BigInteger.valueOf(PRIME)).longValueExact();
    }
}
