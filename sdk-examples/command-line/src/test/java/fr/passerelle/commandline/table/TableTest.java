package fr.passerelle.commandline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.commandline.file.InputFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    private enum Column {
        BORN,
        POSTAL_CODE,
        PRICE
    }

    private static final Headings<Column> HEADINGS = Headings.of(Map.of(
            Column.BORN, List.of("Date de naissance", "naissance", "Né(e) le"),
            Column.POSTAL_CODE, List.of("CP", "Code postal"),
            Column.PRICE, List.of("Prix TTC", "Prix")));

    @TempDir
    private Path folder = Path.of("");

    /** What a table says: where its columns are, and its first row. */
    private List<String> read(byte[] bytes, @Nullable String mapping) throws IOException {
        Path file = Files.write(folder.resolve("table.csv"), bytes);
        List<String> said = new ArrayList<>();
        try (InputFile input = InputFile.open(file);
                Table<Column> table =
                        Table.open(input, HEADINGS.with(mapping, Column.class), EnumSet.of(Column.BORN))) {
            said.add(table.columns().toString());
            for (Row row = table.next(); row != null; row = table.next()) {
                said.add(row.line() + ":" + table.text(row, Column.BORN) + (row.broken() ? "!" : ""));
            }
        }
        return said;
    }

    private List<String> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "windows-1252", "ISO-8859-15", "x-MacRoman", "IBM850", "UTF-16", "UTF-16LE", "UTF-16BE"
            })
    void readsEveryEncoding(String charset) throws IOException {
        String text = "Prénom;Né(e) le\nÉloïse à l’école élémentaire;14/05/2008 déjà\n"
                .replace("’", charset.equals("IBM850") ? " " : "’");
        text = charset.equals("ISO-8859-15") ? text.replace("’", " ") : text;
        assertThat(read(text.getBytes(Charset.forName(charset)), null))
                .containsExactly("{BORN=Né(e) le}", "2:14/05/2008 déjà");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            Nom;Date de naissance;CP~Date de naissance
            Nom,Date de naissance,CP~Date de naissance
            Nom\tDate de naissance\tCP~Date de naissance
            Nom|Date de naissance|CP~Date de naissance
            Nom (usage, naissance, marital, autre);Date de naissance;CP~Date de naissance
            "Nom, prénom, sexe";"Date de naissance"~Date de naissance
            Nom;DATE_DE_NAISSANCE*;;;~DATE_DE_NAISSANCE*
            Nom;Date de naissance (jj/mm/aaaa)*~Date de naissance (jj/mm/aaaa)*
            Nom;Date de naissance [obligatoire] :~Date de naissance [obligatoire] :
            naissance;Date de naissance~Date de naissance
            """)
    void findsTheColumnWhateverSeparatesIt(String headings, String found) throws IOException {
        assertThat(read(headings + "\n").get(0)).contains("BORN=" + found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom;Date de naissance (mère)",
                "Nom;Date de naissance du père",
                "Nom;Code département naissance*",
                "Nom;Prix (HT)",
                "Nom;Date de naissance ($)",
                ""
            })
    void doesNotTakeAnotherColumnForIt(String headings) {
        assertThatThrownBy(() -> read(headings + "\na;14/05/2008\n")).isInstanceOf(MissingColumnsException.class);
    }

    @Test
    void neverTellsTheFirstLineOfAListWithoutHeadings() {
        assertThatThrownBy(() -> read("Exemple;Léa;14/05/2008;lea@example.org\n"))
                .isInstanceOf(MissingColumnsException.class)
                .hasMessage("[BORN]");
    }

    @Test
    void skipsTheLinesAboveTheHeadings() throws IOException {
        assertThat(read("Liste des jeunes suivis au 01/09/2026\n\nNom;Date de naissance;CP\na;14/05/2008;93200\n"))
                .containsExactly("{BORN=Date de naissance, POSTAL_CODE=CP}", "4:14/05/2008");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;", "SEP=;", "\"sep=;\""})
    void obeysASeparatorLine(String line) throws IOException {
        assertThat(read(line + "\nNom,CP;Né(e) le\na;14/05/2008\n")).containsExactly("{BORN=Né(e) le}", "3:14/05/2008");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date de naissance=Anniversaire                     | {BORN=Anniversaire}
            naissance="Anniversaire",cp=Lieu, ville            | {BORN=Anniversaire, POSTAL_CODE=Lieu, ville}
            """)
    void takesTheColumnsThatTheUserNames(String mapping, String columns) throws IOException {
        assertThat(read("Anniversaire;Lieu, ville\n1;2\n".getBytes(StandardCharsets.UTF_8), mapping))
                .startsWith(columns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "colour=x", "born=a", "naissance=a,naissance=b"})
    void refusesAMappingOfNoColumn(String mapping) {
        assertThatThrownBy(() -> HEADINGS.with(mapping, Column.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsACellOfSeveralLines() throws IOException {
        assertThat(read("Nom;Né(e) le\n\"a\nb \"\"c\"\"\";1\nd;2\n")).containsExactly("{BORN=Né(e) le}", "2:1", "4:2");
    }

    @Test
    void losesOneRowToAQuoteThatDoesNotClose() throws IOException {
        assertThat(read("Nom;Né(e) le\n\"a;1\nb;2\nc;3\n")).containsExactly("{BORN=Né(e) le}", "2:!", "3:2", "4:3");
    }

    @Test
    void losesOneRowToALineWithoutEnd() throws IOException {
        assertThat(read("Nom;Né(e) le\n" + "x".repeat(3_000_000) + "\nb;2\n"))
                .containsExactly("{BORN=Né(e) le}", "2:!", "3:2");
    }

    @Test
    void putsNoControlCharacterIntoACell() {
        assertThat(Cell.safe("a\u001b[31mb\u202ec\rd")).isEqualTo("a [31mb c d");
        assertThat(Cell.safe("une\nrue\tx")).isEqualTo("une\nrue\tx");
    }
}
