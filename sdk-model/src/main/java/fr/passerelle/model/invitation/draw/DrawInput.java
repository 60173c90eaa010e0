package fr.passerelle.model.invitation.draw;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.CallDraft;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.Wish;
import fr.passerelle.model.invitation.WishesDraft;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All that a draw depends on but the secret and the public value (invitations-draw 1). The order of allotments and
 * structures does not matter; that of a structure's wishes is their rank.
 *
 * @param callId which call
 * @param maximumPlaces most places for one structure
 * @param maximumOutings most outings for one structure
 * @param allotments what is drawn; at most 2000, each once
 * @param structures who wishes; at most 20 000, each once
 */
public record DrawInput(
        UUID callId, int maximumPlaces, int maximumOutings, List<Lot> allotments, List<Entrant> structures) {

    /** Most structures of one draw. */
    public static final int MAX_STRUCTURES = 20_000;

    private static final int MAX_RECEIVED = 1_000_000;

    /**
     * The places of one allotment.
     *
     * @param id of the allotment
     * @param places how many are free when the call closes; 0 to 10 000
     */
    public record Lot(UUID id, int places) {

        @JsonCreator
        static Lot read(
                @JsonProperty(value = "id", required = true) UUID id,
                @JsonProperty(value = "places", required = true) int places) {
            return new Lot(Objects.requireNonNull(id, "id"), places);
        }
    }

    /**
     * A structure that wishes.
     *
     * @param id of the structure
     * @param people how many people it accompanies; 1 to 100 000
     * @param received how many places it received in the twelve months before; 0 to 1 000 000
     * @param wishes the dearest first; at most 30, each of another allotment of the call
     */
    public record Entrant(UUID id, int people, int received, List<Wish> wishes) {

        /** Keeps the order of the wishes. */
        public Entrant {
            wishes = List.copyOf(wishes);
        }

        @JsonCreator
        static Entrant read(
                @JsonProperty(value = "id", required = true) UUID id,
                @JsonProperty(value = "people", required = true) int people,
                @JsonProperty(value = "received", required = true) int received,
                @JsonProperty(value = "wishes", required = true) List<Wish> wishes) {
            return new Entrant(Objects.requireNonNull(id, "id"), people, received, wishes);
        }
    }

    /**
     * Sorts and checks.
     *
     * @throws RuleViolationException with every violation
     */
    public DrawInput {
        allotments = allotments.stream()
                .sorted(Comparator.comparing(lot -> lot.id().toString()))
                .toList();
        structures = structures.stream()
                .sorted(Comparator.comparing(entrant -> entrant.id().toString()))
                .toList();
        RuleCheck check = new RuleCheck()
                .required("callId", callId)
                .range("maximumPlaces", (long) maximumPlaces, 1, CallDraft.MAX_CAP)
                .range("maximumOutings", (long) maximumOutings, 1, CallDraft.MAX_CAP)
                .size("allotments", allotments, CallDraft.MAX_ALLOTMENTS)
                .unique(allotments.stream().map(Lot::id).toList(), i -> "allotments." + i + ".id")
                .size("structures", structures, MAX_STRUCTURES)
                .unique(structures.stream().map(Entrant::id).toList(), i -> "structures." + i + ".id");
        for (int i = 0; i < allotments.size(); i++) {
            check.range(
                    "allotments." + i + ".places", (long) allotments.get(i).places(), 0, AllotmentDraft.MAX_QUANTITY);
        }
        Set<UUID> drawn = allotments.stream().map(Lot::id).collect(Collectors.toSet());
        for (int i = 0; i < structures.size(); i++) {
            check(check, "structures." + i + ".", structures.get(i), drawn);
        }
        check.raise();
    }

    @JsonCreator
    static DrawInput read(
            @JsonProperty(value = "callId", required = true) UUID callId,
            @JsonProperty(value = "maximumPlaces", required = true) int maximumPlaces,
            @JsonProperty(value = "maximumOutings", required = true) int maximumOutings,
            @JsonProperty(value = "allotments", required = true) List<Lot> allotments,
            @JsonProperty(value = "structures", required = true) List<Entrant> structures) {
        return new DrawInput(callId, maximumPlaces, maximumOutings, allotments, structures);
    }

    private static void check(RuleCheck check, String path, Entrant entrant, Set<UUID> drawn) {
        List<Wish> wishes = entrant.wishes();
        check.range(path + "people", (long) entrant.people(), 1, StructureDraft.MAX_PEOPLE)
                .range(path + "received", (long) entrant.received(), 0, MAX_RECEIVED)
                .size(path + "wishes", wishes, WishesDraft.MAX_WISHES)
                .unique(wishes.stream().map(Wish::allotmentId).toList(), i -> path + "wishes." + i + ".allotmentId");
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            String at = path + "wishes." + i + ".";
            check.require(
                            drawn.contains(wish.allotmentId()),
                            at + "allotmentId",
                            RuleCode.UNKNOWN_REFERENCE,
                            "allotments")
                    .range(at + "minimum", (long) wish.minimum(), 1, Wish.MAX_PLACES)
                    .range(at + "wanted", (long) wish.wanted(), Math.max(1, wish.minimum()), Wish.MAX_PLACES);
        }
    }

    /**
     * The text whose SHA-256 goes into the seed: the same for the same input in whatever order (invitations-draw 1).
     */
    public String canonical() {
        StringBuilder text = new StringBuilder();
        text.append("call ").append(callId).append('\n');
        text.append("caps ")
                .append(maximumPlaces)
                .append(' ')
                .append(maximumOutings)
                .append('\n');
        for (Lot lot : allotments) {
            text.append("allotment ")
                    .append(lot.id())
                    .append(' ')
                    .append(lot.places())
                    .append('\n');
        }
        for (Entrant entrant : structures) {
            text.append("structure ").append(entrant.id());
            text.append(' ')
                    .append(entrant.people())
                    .append(' ')
                    .append(entrant.received())
                    .append('\n');
            for (Wish wish : entrant.wishes()) {
                text.append("wish ").append(wish.allotmentId());
                text.append(' ')
                        .append(wish.minimum())
                        .append(' ')
                        .append(wish.wanted())
                        .append('\n');
            }
        }
        return text.toString();
    }
}
