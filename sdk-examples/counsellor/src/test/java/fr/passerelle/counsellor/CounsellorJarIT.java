package fr.passerelle.counsellor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.PackagedJar;
import fr.passerelle.commandline.PackagedJar.Run;
import fr.passerelle.contract.ReferenceCases;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged {@code counsellor.jar} as an association runs it, with little memory. */
@Timeout(120)
class CounsellorJarIT {

    private static final PackagedJar JAR = new PackagedJar("counsellor.jar", "-Xmx64m");
    private static final int ROWS = 100_000;

    @TempDir
    private Path folder;

    @Test
    void judgesAHundredThousandPeopleInLittleMemory() throws Exception {
        Path list = folder.resolve("people.csv");
        Random random = new Random(4);
        try (BufferedWriter out = Files.newBufferedWriter(list)) {
            out.write("Nom;Date de naissance;Département\n");
            for (int i = 0; i < ROWS; i++) {
                LocalDate born = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(3_000));
                out.write("Personne %d;%s;%02d\n".formatted(i, born, 1 + random.nextInt(19)));
            }
        }
        Path result = folder.resolve("result.csv");
        Path report = folder.resolve("report.html");
        Run run = JAR.run(
                "audit", list.toString(), "-o", result.toString(), "--report", report.toString(), "--on", "2026-06-01");

        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.output()).contains("Droit probable maintenant", "ne conserve aucune donnée");
        try (Stream<String> lines = Files.lines(result)) {
            assertThat(lines).hasSize(ROWS + 1);
        }
        assertThat(report).content().contains("<svg").doesNotContain("Personne 1");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(list, result, report);
        }
    }

    @Test
    void refusesToWriteOverItsList() throws Exception {
        Path list = Files.writeString(folder.resolve("people.csv"), "naissance\n14/05/2008\n");
        Path link = Files.createLink(folder.resolve("link.csv"), list);

        for (Path target : List.of(list, link, folder, folder.resolve("nowhere/result.csv"))) {
            Run run = JAR.run("audit", list.toString(), "-o", target.toString());
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.output()).hasLineCount(1).doesNotContain("Exception");
        }
        assertThat(list).hasContent("naissance\n14/05/2008\n");
    }

    @Test
    void passesTheReferenceCases() throws Exception {
        Run run = JAR.run(
                "check",
                ReferenceCases.CREDIT.copyTo(folder).toString(),
                ReferenceCases.BOOKINGS.copyTo(folder).toString());

        assertThat(run.output()).endsWith("164 passed, 0 failed" + System.lineSeparator());
        assertThat(run.exit()).isZero();
    }
}
