package fr.passerelle.model.invitation.draw;

import fr.passerelle.model.invitation.Wish;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A made-up season, the same for the same seed: 800 sessions, and 300 structures of very different size and diligence.
 * What is assumed stands in the constants. It is not measured anywhere.
 */
final class Season {

    static final int STRUCTURES = 300;
    static final int SESSIONS = 800;

    /** One structure in eight has somebody at a desk who looks every morning; the others look when they can. */
    private static final int DESK_ONE_IN = 8;

    /** A structure that fears to get nothing takes up to so many times the outings that it can accompany. */
    static final int GREED = 2;

    /**
     * Of ten outings that a structure cannot accompany, so many are given back in time where nobody asks it to confirm.
     */
    static final int GIVEN_BACK_UNASKED = 3;

    /** Of ten, so many are not confirmed, and so go back in time, where it is asked. */
    static final int GIVEN_BACK_ASKED = 8;

    /** One outing in ten fails for a reason that nobody can foresee. */
    static final int MISHAP_ONE_IN = 10;

    /**
     * A structure of the season.
     *
     * @param delay how long, on average, it takes to see a new session
     * @param canAccompany for how many outings it has workers
     */
    record Member(DrawInput.Entrant entrant, int delay, int canAccompany) {}

    final List<DrawInput.Lot> lots = new ArrayList<>();
    final List<Member> members = new ArrayList<>();

    Season(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < SESSIONS; i++) {
            lots.add(new DrawInput.Lot(Draws.id(10_000 + i), 4 + random.nextInt(17)));
        }
        for (int i = 0; i < STRUCTURES; i++) {
            boolean desk = random.nextInt(DESK_ONE_IN) == 0;
            int people = 10 + (int) Math.round(300 * StrictMath.pow(random.nextDouble(), 3));
            int canAccompany = 1 + random.nextInt(3) + people / 40;
            members.add(new Member(
                    new DrawInput.Entrant(Draws.id(20_000 + i), people, received(random, desk), wishes(random)),
                    desk ? 1 : 5 + random.nextInt(60),
                    canAccompany));
        }
    }

    /** Who had a desk in the year before received more. */
    private static int received(Random random, boolean desk) {
        return desk ? 40 + random.nextInt(160) : random.nextInt(30);
    }

    /** Some sessions are dear to everybody: the first in the list are wished for most. */
    private List<Wish> wishes(Random random) {
        Set<UUID> seen = new HashSet<>();
        List<Wish> wishes = new ArrayList<>();
        int group = 3 + random.nextInt(10);
        int count = 6 + random.nextInt(19);
        while (wishes.size() < count) {
            double skewed = StrictMath.pow(random.nextDouble(), 1.6);
            UUID session = lots.get((int) (skewed * SESSIONS)).id();
            if (seen.add(session)) {
                wishes.add(new Wish(session, Math.max(2, group - 2), group));
            }
        }
        return wishes;
    }
}
