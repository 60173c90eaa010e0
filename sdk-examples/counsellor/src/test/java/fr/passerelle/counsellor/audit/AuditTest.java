package fr.passerelle.counsellor.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.commandline.file.OutputFile;
import fr.passerelle.commandline.table.Cell;
import fr.passerelle.commandline.table.MissingColumnsException;
import fr.passerelle.counsellor.Main;
import fr.passerelle.counsellor.people.Moment;
import fr.passerelle.counsellor.people.Status;
import fr.passerelle.model.value.Price;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {

    private static final Texts TEXTS = Texts.in(Locale.FRENCH, Main.TEXTS);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @TempDir
    private Path folder;

    private Audit.Outcome audit(byte[] list) throws IOException {
        Path file = Files.write(folder.resolve("people.csv"), list);
        try (InputFile input = InputFile.open(file);
                OutputFile output = OutputFile.begin(folder.resolve("result.csv"), true, List.of(file))) {
            Audit.Outcome outcome =
                    new Audit(new Moment(DAY, Instant.EPOCH), TEXTS).run(input, output, Audit.Form.PLAIN);
            output.finish();
            return outcome;
        }
    }

    private Audit.Outcome audit(String list) throws IOException {
        return audit(list.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> result() throws IOException {
        return Files.readAllLines(folder.resolve("result.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void readsEveryEncodingAndWritesUtf8(String encoding) throws IOException {
        String list = "Prénom;Né le;Département\nZoé – œuvre;14/05/2008;93\n";
        audit(list.getBytes(Charset.forName(encoding)));

        assertThat(result().get(0)).startsWith("\uFEFF\"Prénom\";\"Né le\";\"Département\";\"Situation\"");
        assertThat(result().get(1)).startsWith("\"Zoé – œuvre\";").contains("\"150,00\";\"13/05/2027\"");
    }

    @ParameterizedTest
    @CsvSource({"';'", "','", "'\t'"})
    void findsTheSeparatorAndTheColumnsInAnyOrder(String separator) throws IOException {
        String list = "\uFEFF" + String.join(separator, "Dept", "Nom", "DATE NAISSANCE") + "\r\n"
                + String.join(separator, "93", "\"Du" + separator + "pont\"", "2008-05-14") + "\r\n";

        assertThat(audit(list).summary().count(Status.ENTITLED)).isOne();
        assertThat(result().get(1)).contains("\"Du" + separator + "pont\"");
    }

    @Test
    void keepsABadRowWithItsReasonAndGoesOn() throws IOException {
        Summary summary = audit("""
                        nom;date de naissance;département
                        a;31/02/2008;93
                        b;;93
                        c;14/05/2008;999
                        d;14/05/2008
                        e;14/05/2008;93;de;trop
                        f;14/05/2027;93

                        g;14/05/2008;93
                        """).summary();

        assertThat(summary.unreadableRows()).isEqualTo(4);
        assertThat(summary.count(Status.ENTITLED)).isEqualTo(3);
        assertThat(summary.money()).isEqualTo(Price.cents(45_000));
        assertThat(summary.setAside()).hasSize(1);
        assertThat(result()).hasSize(8);
        assertThat(result().get(1)).contains("À vérifier", "date de naissance : doit être un jour du calendrier");
        assertThat(result().get(2)).contains("date de naissance : est obligatoire");
        assertThat(result().get(3)).contains("département : doit être un département français");
        assertThat(result().get(5)).contains("93;de;trop", "5 cellules pour 3 colonnes");
        assertThat(result().get(6)).contains("avant le jour de la question");
    }

    @Test
    void losesOneRowOnlyToAQuoteThatIsNotClosed() throws IOException {
        String more = "x;14/05/2008;93\n".repeat(50);
        Summary summary =
                audit("nom;naissance;dept\n\"oups;14/05/2008;93\n" + more).summary();

        assertThat(summary.unreadableRows()).isOne();
        assertThat(summary.count(Status.ENTITLED)).isEqualTo(50);
    }

    @Test
    void readsACellOfSeveralLines() throws IOException {
        Summary summary = audit("nom;naissance;adresse\nx;14/05/2008;\"1, rue\nde \"\"Paris\"\"\"\ny;14/05/2008;z\n")
                .summary();

        assertThat(summary.count(Status.ENTITLED)).isEqualTo(2);
    }

    @Test
    void survivesALineWithoutEnd() throws IOException {
        Summary summary = audit("nom;naissance\n" + "x".repeat(3_000_000) + "\ny;14/05/2008\n")
                .summary();

        assertThat(summary.unreadableRows()).isOne();
        assertThat(summary.count(Status.ENTITLED)).isOne();
    }

    @Test
    void disarmsFormulas() throws IOException {
        audit("nom;naissance;=note\n=HYPERLINK(\"\"http://x\"\");14/05/2008;+33\n");

        assertThat(result().get(0)).contains("\"'=note\"");
        assertThat(result().get(1)).startsWith("\"'=HYPERLINK").contains("\"'+33\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@a", " =1", "\t=1", "\u00a0=1", "＝1"})
    void takesEveryBeginningOfAFormula(String cell) {
        assertThat(Cell.safe(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "Jean-Luc", "14/05/2008", "  "})
    void leavesOtherCellsAlone(String cell) {
        assertThat(Cell.safe(cell)).isEqualTo(cell);
    }

    @Test
    void leavesNothingBehindWhenItFails() throws IOException {
        assertThatThrownBy(() -> audit("nom;prénom\na;b\n")).isInstanceOf(MissingColumnsException.class);
        assertThatThrownBy(() -> audit("")).isInstanceOf(MissingColumnsException.class);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("people.csv"));
        }
    }

    @Test
    void drawsAPageWithoutNamesScriptsOrNetwork() throws IOException {
        Summary summary =
                audit("nom;naissance\nDurand;14/05/2008\nDupont;20/09/2007\n").summary();
        String page = new HtmlReport(summary, DAY, TEXTS).page();

        assertThat(page)
                .contains("<html lang=\"fr\">", "role=\"img\"", "<desc", "septembre 2026", "mai 2027", "300,00 €")
                .doesNotContain("Durand", "Dupont", "<script", "http:", "https:", "src=");
        assertThat(page.split("<rect", -1)).hasSize(3);
    }

    @Test
    void namesAsManyMonthsUnderTheChartAsThereIsRoomFor() throws IOException {
        Summary near = audit("naissance\n14/05/2008\n20/09/2007\n").summary();
        assertThat(new HtmlReport(near, DAY, TEXTS).page()).contains(">09/2026<", ">10/2026<", ">05/2027<");

        Summary far = audit("naissance;inscription pass Culture\n20/09/2007;\n31/05/2008;31/05/2026\n")
                .summary();
        assertThat(new HtmlReport(far, DAY, TEXTS).page())
                .contains(">09/2026<", ">12/2026<")
                .doesNotContain(">10/2026<", ">11/2026<");
    }

    @Test
    void drawsAPageWithoutAnybody() throws IOException {
        Summary summary = audit("nom;naissance\nDurand;14/05/1990\n").summary();

        assertThat(new HtmlReport(summary, DAY, Texts.in(Locale.ENGLISH, Main.TEXTS)).page())
                .contains("<html lang=\"en\">", "Nobody has money")
                .doesNotContain("<svg");
    }
}
