package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.model.value.Ean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Which EANs an upsert could publish, and why not the others (reference operation 31). Each EAN occurs once.
 *
 * @param available those that could be published
 * @param rejected the others, by reason
 */
public record EanAvailability(List<Ean> available, Map<EanRejection, List<Ean>> rejected) {

    public EanAvailability {
        available = List.copyOf(available);
        rejected = Map.copyOf(rejected);
    }

    /** Why this EAN could not be published; empty if it could, or was not asked about. */
    public Optional<EanRejection> rejection(Ean ean) {
        return rejected.entrySet().stream()
                .filter(reason -> reason.getValue().contains(ean))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A reason is a list; anything else beside the reasons is a field that nobody knows yet. */
    @JsonCreator
    static EanAvailability read(
            @JsonProperty("available") @Nullable List<Ean> available,
            @JsonProperty("rejected") @JsonSetter(contentNulls = Nulls.SKIP) @Nullable Map<String, JsonNode> rejected) {
        Map<EanRejection, List<Ean>> byReason = new LinkedHashMap<>();
        if (rejected != null) {
            rejected.forEach((word, eans) -> {
                if (eans.isArray()) {
                    byReason.put(EanRejection.of(word), eans(eans));
                }
            });
        }
        return new EanAvailability(available == null ? List.of() : available, byReason);
    }

    private static List<Ean> eans(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(EanAvailability::ean)
                .toList();
    }

    private static Ean ean(JsonNode item) {
        if (!item.isTextual()) {
            throw new IllegalArgumentException("an EAN is a text");
        }
        return new Ean(item.textValue());
    }
}
