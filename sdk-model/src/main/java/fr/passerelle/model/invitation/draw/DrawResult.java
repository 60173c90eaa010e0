package fr.passerelle.model.invitation.draw;

import java.util.List;
import java.util.UUID;

/**
 * What a draw gave (invitations-draw 4).
 *
 * @param grants in the order in which they were given
 * @param log every step, one line each, every line ended by a line feed: the same bytes for the same input
 */
public record DrawResult(List<Grant> grants, String log) {

    /**
     * Places that a structure gets.
     *
     * @param structureId who
     * @param allotmentId of which allotment
     * @param places how many
     * @param rank of the wish among the structure's wishes; 1 is the dearest
     * @param round in which it was given; 1 is the first
     */
    public record Grant(UUID structureId, UUID allotmentId, int places, int rank, int round) {}

    /** Keeps the order. */
    public DrawResult {
        grants = List.copyOf(grants);
    }

    /** How many places were given in all. */
    public int places() {
        return grants.stream().mapToInt(Grant::places).sum();
    }

    /**
     * The number of the first line, from 1, in which another log of the same draw differs; 0 if it is the same to the
     * last byte.
     */
    public int firstDifference(String other) {
        if (log.equals(other)) {
            return 0;
        }
        List<String> ours = List.of(log.split("\n", -1));
        List<String> theirs = List.of(other.split("\n", -1));
        int same = 0;
        while (same < Math.min(ours.size(), theirs.size()) && ours.get(same).equals(theirs.get(same))) {
            same++;
        }
        return same + 1;
    }
}
