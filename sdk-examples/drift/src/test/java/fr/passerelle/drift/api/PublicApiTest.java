package fr.passerelle.drift.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.client.PassCultureClient;
import fr.passerelle.model.value.Price;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An API that changes by accident shows here, and one that changes on purpose shows in review. */
class PublicApiTest {

    private static final String RECORD = "public-api.record";

    private static final String HOW = "The public API of %s is not the recorded one. If that is wanted, record it:%n"
            + "  mvn -q test -pl sdk-examples/drift -am -Dtest=PublicApiTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -D" + RECORD + "%n";

    static Stream<SdkModule> modules() {
        return Stream.of(new SdkModule("sdk-model", Price.class), new SdkModule("sdk-core", PassCultureClient.class));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void isTheRecordedOne(SdkModule module) throws IOException {
        List<String> compiled = module.publicApi();
        if (System.getProperty(RECORD) != null) {
            Files.writeString(module.record(), String.join("\n", compiled) + "\n");
        }
        List<String> recorded = Files.readAllLines(module.record());

        assertThat(differences(recorded, compiled)).as(HOW, module.folder()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void holdsNothingInternalOrGenerated(SdkModule module) {
        assertThat(module.publicApi())
                .hasSizeGreaterThan(100)
                .noneMatch(line -> line.startsWith("fr.passerelle.internal") || line.contains(".Immutable"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void tellsWhatBuildersInherit(SdkModule module) {
        assertThat(module.publicApi()).anyMatch(line -> line.contains("Builder#build():"));
    }

    /** Lines that went, with a minus, and lines that came, with a plus. */
    private static List<String> differences(List<String> recorded, List<String> compiled) {
        List<String> differences = new ArrayList<>();
        recorded.stream().filter(line -> !compiled.contains(line)).forEach(line -> differences.add("- " + line));
        compiled.stream().filter(line -> !recorded.contains(line)).forEach(line -> differences.add("+ " + line));
        return differences;
    }
}
