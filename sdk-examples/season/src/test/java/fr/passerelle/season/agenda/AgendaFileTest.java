package fr.passerelle.season.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaFileTest {

    private static List<String> uids(String json) throws IOException {
        List<String> uids = new ArrayList<>();
        try (AgendaFile file = AgendaFile.open(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))) {
            for (Optional<JsonNode> entry = file.next(); entry.isPresent(); entry = file.next()) {
                uids.add(new Fields(entry.get()).text("uid").orElse("?"));
            }
        }
        return uids;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nhits\": 2, \"parameters\": {\"records\": 1}, \"records\": [{\"fields\": {\"uid\": \"1\"}}, {\"fields\": {\"uid\": 2}}]}",
                "[{\"fields\": {\"uid\": \"1\"}}, {\"fields\": {\"uid\": \"2\"}}]",
                "{\"total_count\": 2, \"results\": [{\"uid\": \"1\"}, {\"uid\": \"2\"}]}",
                "{\"records\": [{\"record\": {\"id\": \"x\", \"fields\": {\"uid\": \"1\"}}}, {\"uid\": 2}]}",
                "\uFEFF[{\"uid\": \"1\"}, {\"uid\": {\"fr\": \"2\"}}]"
            })
    void findsTheRecordsOf(String json) throws IOException {
        assertThat(uids(json)).containsExactly("1", "2");
    }

    @Test
    void survivesRecordsThatAreNone() throws IOException {
        assertThat(uids("[null, 3, \"x\", [], {}, {\"fields\": null}, {\"fields\": {\"uid\": null}}, {\"uid\": 7}]"))
                .containsExactly("?", "?", "?", "?", "?", "?", "?", "7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "3", "{\"records\": 3}", "{\"records\": {}}", "not json", "[{\"uid\": ", "[{}"})
    void saysThatItCannotReadOn(String json) {
        assertThatIOException().isThrownBy(() -> uids(json));
    }
}
