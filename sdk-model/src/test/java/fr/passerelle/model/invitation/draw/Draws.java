package fr.passerelle.model.invitation.draw;

import fr.passerelle.model.invitation.Wish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random calls from fixed seeds, and the secret of these tests. */
final class Draws {

    static final DrawSecret SECRET =
            DrawSecret.ofHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    static final String PUBLIC_VALUE = "Loto 25/11/2026: 3 14 15 26 35 + 8";

    private Draws() {}

    static UUID id(long number) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L | number);
    }

    static DrawInput random(long seed) {
        Random random = new Random(seed);
        List<DrawInput.Lot> lots = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            lots.add(new DrawInput.Lot(id(100 + i), random.nextInt(30)));
        }
        List<DrawInput.Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < random.nextInt(12); i++) {
            List<Wish> wishes = new ArrayList<>();
            List<DrawInput.Lot> wished = new ArrayList<>(lots);
            Collections.shuffle(wished, random);
            for (DrawInput.Lot lot : wished.subList(0, random.nextInt(lots.size() + 1))) {
                int minimum = 1 + random.nextInt(8);
                wishes.add(new Wish(lot.id(), minimum, minimum + random.nextInt(8)));
            }
            entrants.add(new DrawInput.Entrant(id(200 + i), 1 + random.nextInt(300), random.nextInt(200), wishes));
        }
        return new DrawInput(id(1), 1 + random.nextInt(40), 1 + random.nextInt(4), lots, entrants);
    }

    static DrawResult draw(DrawInput input) {
        return Draw.run(input, SECRET, PUBLIC_VALUE);
    }
}
