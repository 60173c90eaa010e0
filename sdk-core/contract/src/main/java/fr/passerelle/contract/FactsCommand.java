package fr.passerelle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the tables of facts anew, from the programme's own files. From the root of the project, after {@code mvn -pl
 * sdk-core/contract compile}:
 *
 * <pre>{@code
 * mvn -q -pl sdk-core/contract dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp "sdk-core/contract/target/classes:$(cat sdk-core/contract/target/classpath)" \
 *     fr.passerelle.contract.FactsCommand FOLDER sdk-core/contract/src/main/resources/fr/passerelle/contract
 * }</pre>
 *
 * where FOLDER holds {@code partner-openapi.json}, {@code app-openapi.json} and {@code enums.json}. Those files are the
 * programme's and stay outside the project; what is written says the facts in a form of our own.
 */
public final class FactsCommand {

    private FactsCommand() {}

    /** Takes the folder to read from and the folder to write to. */
    public static void main(String[] folders) throws IOException {
        if (folders.length != 2) {
            throw new IllegalArgumentException("two folders are needed: to read from, to write to");
        }
        Path from = Path.of(folders[0]);
        Path to = Path.of(folders[1]);
        for (PartnerDocument.Source source : PartnerDocument.Source.values()) {
            Files.write(to.resolve(source.facts()), table(read(from.resolve(source.original()))));
        }
        Files.write(
                to.resolve(ProgrammeWords.FACTS), ProgrammeWords.write(read(from.resolve(ProgrammeWords.ORIGINAL))));
    }

    /** The whole content of a table. */
    static List<String> table(JsonNode document) {
        List<String> lines = new ArrayList<>();
        lines.add("# Facts of an API of the programme, February 2026. Written by FactsCommand, read by Facts.");
        lines.addAll(Facts.write(document));
        return lines;
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
