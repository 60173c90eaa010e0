package fr.passerelle.model.invitation.draw;

import fr.passerelle.model.invitation.Wish;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The draw of a call (invitations 5): no clock, no random source, no floating-point number. The same input gives the
 * same log, byte for byte, on every machine, so that anybody can make it again once the secret is told.
 */
public final class Draw {

    private static final int MAX_PUBLIC_VALUE = 500;

    /** A structure during the draw. */
    private static final class Standing {
        final DrawInput.Entrant entrant;
        final long random;
        final BigInteger key;
        /** The ranks of the wishes that may still be given, from 0. */
        final List<Integer> open = new ArrayList<>();

        int placesLeft;
        int outingsLeft;

        Standing(DrawInput.Entrant entrant, byte[] seed, DrawInput input) {
            this.entrant = entrant;
            byte[] mac = Digests.hmac(seed, ascii(entrant.id().toString()));
            this.random = ByteBuffer.wrap(mac).getLong();
            this.key = DrawKey.of(random, entrant.people(), entrant.received());
            this.placesLeft = input.maximumPlaces();
            this.outingsLeft = input.maximumOutings();
            for (int rank = 0; rank < entrant.wishes().size(); rank++) {
                open.add(rank);
            }
        }

        String id() {
            return entrant.id().toString();
        }
    }

    private final Map<UUID, Integer> left = new TreeMap<>(Comparator.comparing(UUID::toString));
    private final List<DrawResult.Grant> grants = new ArrayList<>();
    private final StringBuilder log = new StringBuilder();

    private Draw() {}

    /**
     * Draws.
     *
     * @param input the call, what it gives and all wishes
     * @param secret whose commitment was published when the call opened
     * @param publicValue the value that was named beforehand, on one line of at most 500 characters
     * @throws RuleViolationException if the public value is empty, too long, or more than one line
     */
    public static DrawResult run(DrawInput input, DrawSecret secret, String publicValue) {
        new RuleCheck()
                .text("publicValue", publicValue, 1, MAX_PUBLIC_VALUE)
                .require(
                        publicValue.codePoints().noneMatch(Character::isISOControl),
                        "publicValue",
                        RuleCode.ILL_FORMED_TEXT)
                .raise();
        return new Draw().draw(input, secret, publicValue);
    }

    /** The seed: neither the operator, who is committed, nor a late wish can steer it (invitations-draw 1). */
    static byte[] seed(DrawInput input, DrawSecret secret, String publicValue) {
        return Digests.sha256(
                secret.bytes(), Digests.sha256(ascii(input.canonical())), publicValue.getBytes(StandardCharsets.UTF_8));
    }

    private DrawResult draw(DrawInput input, DrawSecret secret, String publicValue) {
        byte[] seed = seed(input, secret, publicValue);
        line("passerelle-draw 1");
        line("commitment " + secret.commitment());
        line("secret " + secret.hex());
        line("wishes " + HexFormat.of().formatHex(Digests.sha256(ascii(input.canonical()))));
        line("public " + publicValue);
        line("seed " + HexFormat.of().formatHex(seed));

        input.allotments().forEach(lot -> left.put(lot.id(), lot.places()));
        List<Standing> order = input.structures().stream()
                .map(entrant -> new Standing(entrant, seed, input))
                .sorted(Comparator.comparing((Standing standing) -> standing.key)
                        .thenComparing(Standing::id))
                .toList();
        for (Standing standing : order) {
            line("key " + standing.id() + " " + HexFormat.of().toHexDigits(standing.random) + " " + standing.key);
        }
        boolean moved = true;
        for (int round = 1; moved; round++) {
            moved = round(round, order);
        }
        left.forEach((allotment, places) -> line("left " + allotment + " " + places));
        return new DrawResult(grants, log.toString());
    }

    /**
     * One outing at most for each structure, in order. Since places only become fewer, whoever got nothing in the first
     * round cannot get anything later: nobody gets a second outing while one that asked has none and could have one.
     */
    private boolean round(int round, List<Standing> order) {
        boolean moved = false;
        for (Standing standing : order) {
            if (give(round, standing)) {
                moved = true;
            } else if (round == 1) {
                line("none " + standing.id());
            }
        }
        return moved;
    }

    private boolean give(int round, Standing standing) {
        while (standing.outingsLeft > 0 && !standing.open.isEmpty()) {
            int rank = standing.open.remove(0);
            Wish wish = standing.entrant.wishes().get(rank);
            int free = Math.min(left.getOrDefault(wish.allotmentId(), 0), standing.placesLeft);
            if (wish.minimum() <= free) {
                int places = Math.min(free, wish.wanted());
                int remains = left.merge(wish.allotmentId(), -places, Integer::sum);
                standing.placesLeft -= places;
                standing.outingsLeft--;
                grants.add(new DrawResult.Grant(standing.entrant.id(), wish.allotmentId(), places, rank + 1, round));
                line("give " + round + " " + standing.id() + " " + wish.allotmentId() + " " + places + " rank "
                        + (rank + 1) + " left " + remains);
                return true;
            }
            // Places and caps only become fewer: what does not fit now never will.
        }
        return false;
    }

    private void line(String line) {
        log.append(line).append('\n');
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
