package fr.passerelle.model.invitation.draw;

import fr.passerelle.model.invitation.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** First come, first served beside the draw, on the same season: the table of invitations-draw 6. */
final class SeasonComparison {

    /** How a season went. */
    record Outcome(String name, int offered, int given, int used, int returned, int withNothing, double gini) {

        double wasted() {
            return 100.0 * (given - used) / offered;
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1f %% | %.2f | %.1f %% | %.1f %% |",
                    name,
                    100.0 * withNothing / Season.STRUCTURES,
                    gini,
                    wasted(),
                    100.0 * used / offered);
        }
    }

    private final Season season;
    private final boolean asked;
    private final Random random;
    private final Map<UUID, Integer> left = new LinkedHashMap<>();
    private final Map<UUID, List<DrawResult.Grant>> kept = new LinkedHashMap<>();
    private int given;
    private int returned;

    private SeasonComparison(Season season, boolean asked, long seed) {
        this.season = season;
        this.asked = asked;
        this.random = new Random(seed);
        season.lots.forEach(lot -> left.put(lot.id(), lot.places()));
        season.members.forEach(member -> kept.put(member.entrant().id(), new ArrayList<>()));
    }

    static List<Outcome> all(long seed) {
        Season season = new Season(seed);
        List<Outcome> outcomes = new ArrayList<>();
        for (boolean asked : List.of(false, true)) {
            String confirmed = asked ? ", to be confirmed" : "";
            outcomes.add(new SeasonComparison(season, asked, seed).firstCome("first come, first served" + confirmed));
            outcomes.add(new SeasonComparison(season, asked, seed).draw("draw" + confirmed));
        }
        return outcomes;
    }

    /** Sessions appear one after the other; each goes to whoever sees it first. */
    private Outcome firstCome(String name) {
        for (DrawInput.Lot lot : season.lots) {
            List<Season.Member> bySight = new ArrayList<>(season.members);
            IdentityHashMap<Season.Member, Double> seen = new IdentityHashMap<>();
            bySight.forEach(member -> seen.put(member, -member.delay() * StrictMath.log(1 - random.nextDouble())));
            bySight.sort(Comparator.comparing(seen::get));
            for (Season.Member member : bySight) {
                if (kept.getOrDefault(member.entrant().id(), List.of()).size() < Season.GREED * member.canAccompany()) {
                    take(member, lot.id());
                }
            }
        }
        return finish(name, season.members);
    }

    private Outcome draw(String name) {
        List<DrawInput.Entrant> entrants =
                season.members.stream().map(Season.Member::entrant).toList();
        DrawResult result = Draws.draw(new DrawInput(Draws.id(1), 10_000, 8, season.lots, entrants));
        for (DrawResult.Grant grant : result.grants()) {
            keep(grant);
        }
        Map<UUID, Season.Member> byId = new HashMap<>();
        season.members.forEach(member -> byId.put(member.entrant().id(), member));
        List<Season.Member> order = result.log()
                .lines()
                .filter(line -> line.startsWith("key "))
                .map(line -> byId.get(UUID.fromString(line.substring(4, 40))))
                .toList();
        return finish(name, order);
    }

    private boolean take(Season.Member member, UUID session) {
        List<Wish> wishes = member.entrant().wishes();
        for (int rank = 0; rank < wishes.size(); rank++) {
            Wish wish = wishes.get(rank);
            int places = Math.min(left.getOrDefault(session, 0), wish.wanted());
            if (wish.allotmentId().equals(session) && places >= wish.minimum()) {
                keep(new DrawResult.Grant(member.entrant().id(), session, places, rank + 1, 1));
                return true;
            }
        }
        return false;
    }

    private void keep(DrawResult.Grant grant) {
        left.merge(grant.allotmentId(), -grant.places(), Integer::sum);
        kept.getOrDefault(grant.structureId(), new ArrayList<>()).add(grant);
        given += grant.places();
    }

    /** Structures drop what they cannot accompany; what is given back in time goes to others that wished for it. */
    private Outcome finish(String name, List<Season.Member> waiting) {
        Map<UUID, Integer> used = new HashMap<>();
        List<DrawResult.Grant> back = new ArrayList<>();
        for (Season.Member member : season.members) {
            List<DrawResult.Grant> mine = kept.getOrDefault(member.entrant().id(), new ArrayList<>());
            mine.sort(Comparator.comparing(DrawResult.Grant::rank));
            List<DrawResult.Grant> excess =
                    List.copyOf(mine.subList(Math.min(mine.size(), member.canAccompany()), mine.size()));
            mine.removeAll(excess);
            int inTime = asked ? Season.GIVEN_BACK_ASKED : Season.GIVEN_BACK_UNASKED;
            excess.stream().filter(grant -> random.nextInt(10) < inTime).forEach(back::add);
        }
        for (DrawResult.Grant grant : back) {
            left.merge(grant.allotmentId(), grant.places(), Integer::sum);
            given -= grant.places();
            returned += grant.places();
        }
        for (DrawResult.Grant grant : back) {
            for (Season.Member member : waiting) {
                List<DrawResult.Grant> mine = kept.getOrDefault(member.entrant().id(), List.of());
                boolean has = mine.stream().anyMatch(own -> own.allotmentId().equals(grant.allotmentId()));
                if (!has && mine.size() < member.canAccompany()) {
                    take(member, grant.allotmentId());
                }
            }
        }
        kept.forEach((structure, grants) -> grants.forEach(grant -> {
            if (random.nextInt(Season.MISHAP_ONE_IN) > 0) {
                used.merge(structure, grant.places(), Integer::sum);
            }
        }));
        int offered = season.lots.stream().mapToInt(DrawInput.Lot::places).sum();
        List<Double> perPerson = season.members.stream()
                .map(member -> (double) used.getOrDefault(member.entrant().id(), 0)
                        / member.entrant().people())
                .sorted()
                .toList();
        return new Outcome(
                name,
                offered,
                given,
                used.values().stream().mapToInt(Integer::intValue).sum(),
                returned,
                (int) perPerson.stream().filter(share -> share == 0).count(),
                gini(perPerson));
    }

    /** 0: everybody has the same; 1: one has all. The shares are sorted, the smallest first. */
    static double gini(List<Double> sorted) {
        double sum = 0;
        double weighed = 0;
        for (int i = 0; i < sorted.size(); i++) {
            sum += sorted.get(i);
            weighed += (i + 1) * sorted.get(i);
        }
        int n = sorted.size();
        return sum == 0 ? 0 : 2 * weighed / (n * sum) - (n + 1.0) / n;
    }
}
