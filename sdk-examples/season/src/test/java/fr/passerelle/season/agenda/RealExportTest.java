package fr.passerelle.season.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.contract.SharedFolder;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.season.publish.AgendaCatalogue;
import fr.passerelle.season.publish.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RealExportTest {

    private static final Schedule SCHEDULE = new Schedule(Instant.parse("2026-11-23T05:00:00Z"), true);
    private static final Terms TERMS = new Terms("billetterie@example.org", Capacity.of(20), true);
    private static final int MUTATIONS = 2_000;

    private static List<JsonNode> records() throws IOException {
        List<JsonNode> records = new ArrayList<>();
        try (AgendaFile file =
                AgendaFile.open(Files.newInputStream(SharedFolder.need("data/openagenda-paris-2018.json")))) {
            for (Optional<JsonNode> entry = file.next(); entry.isPresent(); entry = file.next()) {
                records.add(entry.get());
            }
        }
        return records;
    }

    @Test
    void everyRecordIsListedOrRefused() throws IOException {
        ListingReader reader = new ListingReader(SCHEDULE);
        Map<String, Long> outcomes = records().stream()
                .map(reader::read)
                .map(entry -> entry instanceof Refusal refusal
                        ? refusal.reason().code().code()
                        : "listed")
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        assertThat(outcomes)
                .containsOnly(
                        Map.entry("listed", 32L),
                        Map.entry("price.missing", 50L),
                        Map.entry("price.unstated", 15L),
                        Map.entry("price.excludes-tax", 1L),
                        Map.entry("price.pay-what-you-want", 1L),
                        Map.entry("price.free-for-some", 1L));
    }

    @Test
    void noMutationOfARecordThrows() throws IOException {
        List<JsonNode> records = records();
        Random random = new Random(42);
        for (int i = 0; i < MUTATIONS; i++) {
            JsonNode mutant = records.get(random.nextInt(records.size())).deepCopy();
            for (int n = random.nextInt(4); n >= 0; n--) {
                mutate(mutant, records, random);
            }
            AgendaEntry entry = new ListingReader(SCHEDULE).read(mutant);
            assertThat(entry.title()).as("mutation %d: %s", i, mutant).isNotBlank();
            // The rules of the programme find a refusal, too, or nothing to object to.
            assertThat(new AgendaCatalogue(List.of(entry), 1, TERMS, SCHEDULE.now()).preview())
                    .as("mutation %d: %s", i, mutant)
                    .hasSize(1);
        }
    }

    private static void mutate(JsonNode record, List<JsonNode> records, Random random) {
        JsonNode place = random.nextInt(8) == 0 ? record : record.path("fields");
        if (!(place instanceof ObjectNode fields) || fields.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        JsonNode old = fields.get(name);
        switch (random.nextInt(10)) {
            case 0 -> fields.remove(name);
            case 1 -> fields.putNull(name);
            case 2 -> fields.put(name, random.nextLong());
            case 3 -> fields.put(name, random.nextBoolean());
            case 4 -> fields.put(name, random.nextDouble() * 1e300);
            case 5 -> fields.putArray(name).add(old).addNull().add(random.nextInt());
            case 6 -> fields.putObject(name).set(random.nextBoolean() ? "fr" : "x", old);
            case 7 -> fields.put(name, spoiled(old.asText(), random));
            case 8 ->
                fields.set(
                        name,
                        records.get(random.nextInt(records.size()))
                                .path("fields")
                                .path(name));
            default -> fields.putObject(name);
        }
    }

    /** The text with some characters replaced, doubled or dropped. */
    private static String spoiled(String text, Random random) {
        String odd = "€;/-0129 &<>\u0000\ud83c:T(,.HT£à";
        StringBuilder spoiled = new StringBuilder(text);
        for (int n = 1 + random.nextInt(12); n > 0; n--) {
            int at = random.nextInt(spoiled.length() + 1);
            spoiled.insert(at, odd.charAt(random.nextInt(odd.length())));
            if (random.nextBoolean() && spoiled.length() > 2) {
                spoiled.deleteCharAt(random.nextInt(spoiled.length()));
            }
        }
        return spoiled.toString();
    }
}
