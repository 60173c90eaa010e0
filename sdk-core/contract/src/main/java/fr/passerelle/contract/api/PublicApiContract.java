package fr.passerelle.contract.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An API that changes by accident shows here, and one that changes on purpose shows in review. One for each module. */
public abstract class PublicApiContract {

    private static final Path RECORDED = Path.of("public-api.txt");
    private static final String RECORD = "public-api.record";

    private static final String HOW =
            "The public API is not the recorded one. If that is wanted, record it: mvn -q test"
                    + " -pl sdk-model,sdk-core,sdk-jdbc,sdk-spring-boot -am -Dtest=PublicApiTest -Dsurefire.failIfNoSpecifiedTests=false -D"
                    + RECORD;

    private final SdkModule module;

    /** Of the module of this class. */
    protected PublicApiContract(Class<?> sample) {
        module = new SdkModule(sample);
    }

    @Test
    void isTheRecordedOne() throws IOException {
        List<String> compiled = module.publicApi();
        if (System.getProperty(RECORD) != null) {
            Files.writeString(RECORDED, String.join("\n", compiled) + "\n");
        }

        assertEquals(List.of(), differences(Files.readAllLines(RECORDED), compiled), HOW);
    }

    @Test
    void showsNothingInternalOrGenerated() {
        List<String> api = module.publicApi();

        assertTrue(api.size() > 10, "too little to be all");
        assertEquals(
                List.of(),
                api.stream()
                        .filter(line -> line.contains("fr.passerelle.internal") || line.contains(".Immutable"))
                        .toList(),
                "users cannot name these types");
    }

    @Test
    void tellsWhatBuildersInherit() {
        List<String> api = module.publicApi();

        assertEquals(
                api.stream().anyMatch(line -> line.contains("$Builder ")),
                api.stream().anyMatch(line -> line.contains("Builder#build():")));
    }

    /** Lines that went, with a minus, and lines that came, with a plus. */
    private static List<String> differences(List<String> recorded, List<String> compiled) {
        List<String> differences = new ArrayList<>();
        recorded.stream().filter(line -> !compiled.contains(line)).forEach(line -> differences.add("- " + line));
        compiled.stream().filter(line -> !recorded.contains(line)).forEach(line -> differences.add("+ " + line));
        return differences;
    }
}
