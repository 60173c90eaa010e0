package fr.passerelle.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.bookshop.file.Book;
import fr.passerelle.bookshop.file.BookMaker;
import fr.passerelle.commandline.Language;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.vendor.ApiKey;
import fr.passerelle.contract.CheckingProxy;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.sandbox.traffic.Journal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Sandbox sandbox = Sandbox.start();
    private final CheckingProxy programme = new CheckingProxy(sandbox.baseUrl());
    private final SandboxProvider vendor = sandbox.provider();
    private final SandboxVenue shop = sandbox.linkedVenue(vendor);
    private final List<Book> books = new BookMaker(1).books(5).toList();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void fillCatalogue() {
        sandbox.catalogueProduct(books.get(0).ean(), "Un livre", "LIVRE_PAPIER", true);
        sandbox.catalogueProduct(books.get(1).ean(), "Un vinyle", "SUPPORT_PHYSIQUE_MUSIQUE_VINYLE", true);
        sandbox.catalogueProduct(books.get(2).ean(), "Un film", "SUPPORT_PHYSIQUE_FILM", true);
        sandbox.catalogueProduct(books.get(3).ean(), "Un livre", "LIVRE_PAPIER", false);
    }

    @AfterEach
    void stop() {
        programme.close();
        sandbox.close();
    }

    private int run(String apiKey, String... arguments) {
        List<String> given = List.of(arguments);
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Texts.in(Language.of(given, Locale.ENGLISH), Main.TEXTS),
                Map.of(ApiKey.VARIABLE, apiKey),
                Clock.systemUTC());
        return Main.run(surroundings, given);
    }

    private Path file(String... rows) throws IOException {
        return Files.writeString(
                folder.resolve("books.csv"), "ean,price,quantity\n" + String.join("\n", rows), StandardCharsets.UTF_8);
    }

    private Path fileOf(int count) throws IOException {
        return file(
                books.stream().limit(count).map(book -> book.ean() + ",9.90,3").toArray(String[]::new));
    }

    private int upsert(String apiKey, Path file, String... more) {
        return run(
                apiKey,
                Stream.concat(
                                Stream.of(
                                        "upsert",
                                        "--unpaced",
                                        "--file",
                                        file.toString(),
                                        "--base-url",
                                        programme.baseUrl().toString(),
                                        "--siret",
                                        shop.siret()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void assertCount(String label, int count) {
        assertThat(out()).containsPattern("(?m)^  " + label + " +" + count + "$");
    }

    private List<String> refused() throws IOException {
        return Files.readAllLines(folder.resolve("books-refused.csv"));
    }

    @Test
    void playsTheDemonstrationWithExactCounts() {
        assertThat(run("", "demo", "--rows", "300")).isZero();

        assertCount("Rows in the file", 303);
        assertCount("Left out: mistakes in the row", 3);
        assertCount("Applied", 282);
        assertCount("EAN unknown to the programme", 6);
        assertCount("Not allowed: neither book, CD nor vinyl", 6);
        assertCount("Not compliant with the terms of use", 6);
        assertCount("Pending: not seen in the time allowed", 0);
        assertThat(out()).contains("line 303: price: must be at most 300.00", "… and 1 more");
        assertThat(err()).isEmpty();
    }

    @Test
    void playsTheDemonstrationInFrench() {
        assertThat(run("", "demo", "--rows", "50", "--lang", "fr")).isZero();

        assertCount("Appliquées", 47);
    }

    @Test
    void putsEveryProductOnSale() throws IOException {
        assertThat(upsert(vendor.apiKey(), fileOf(2), "--yes")).isZero();

        assertCount("Applied", 2);
        assertThat(refused()).hasSize(1);
    }

    @Test
    void withAMemoryOnlyWhatHasChangedIsSent() throws IOException {
        String memory = folder.resolve("memory").toString();
        upsert(vendor.apiKey(), fileOf(2), "--yes", "--memory", memory);
        out.reset();

        Path changed = file(books.get(0).ean() + ",9.90,3", books.get(1).ean() + ",9.90,2");
        assertThat(upsert(vendor.apiKey(), changed, "--yes", "--memory", memory))
                .isZero();

        assertCount("Applied", 1);
        assertCount("Unchanged since they were last seen", 1);
    }

    @Test
    void whatIsNotInTheFileAnyMoreIsToldAndTakenOffSaleIfTold() throws IOException {
        String memory = folder.resolve("memory").toString();
        upsert(vendor.apiKey(), fileOf(2), "--yes", "--memory", memory);
        out.reset();

        upsert(vendor.apiKey(), fileOf(1), "--yes", "--memory", memory);
        assertCount("Not in the file any more: left on sale", 1);

        assertThat(upsert(vendor.apiKey(), fileOf(1), "--yes", "--memory", memory, "--withdraw"))
                .isZero();
        assertCount("Not in the file any more: taken off sale", 1);
    }

    @Test
    void nothingIsTakenOffSaleWhileARowCannotBeRead() throws IOException {
        String memory = folder.resolve("memory").toString();
        upsert(vendor.apiKey(), fileOf(2), "--yes", "--memory", memory);
        out.reset();

        Path file = file(books.get(0).ean() + ",9.90,3", "978207,9.90,3");
        assertThat(upsert(vendor.apiKey(), file, "--yes", "--memory", memory, "--withdraw"))
                .isEqualTo(3);

        assertCount("Not in the file any more: left on sale", 1);
    }

    @Test
    void saysInOneLineThatAFileIsNoMemory() throws IOException {
        Path file = fileOf(1);

        assertThat(upsert(vendor.apiKey(), file, "--yes", "--memory", file.toString()))
                .isEqualTo(1);
        assertThat(err()).hasLineCount(1).contains("is no memory of products");
        assertThat(file).content().contains(books.get(0).ean());
    }

    @Test
    void whatIsGoneIsKnownByAMemoryOnly() throws IOException {
        assertThat(upsert(vendor.apiKey(), fileOf(1), "--withdraw")).isEqualTo(2);
        assertThat(err()).contains("--withdraw needs --memory");
    }

    @Test
    void listsWhatTheProgrammeDoesNotTake() throws IOException {
        assertThat(upsert(vendor.apiKey(), fileOf(5), "--yes")).isEqualTo(3);

        assertCount("Applied", 2);
        assertThat(refused())
                .containsExactlyInAnyOrder(
                        "line,ean,outcome,field,rule,limit,message",
                        "4," + books.get(2).ean() + ",NOT_ALLOWED,,,,\"Not allowed: neither book, CD nor vinyl\"",
                        "5," + books.get(3).ean() + ",NOT_COMPLIANT,,,,Not compliant with the terms of use",
                        "6," + books.get(4).ean() + ",UNKNOWN,,,,EAN unknown to the programme");
    }

    @Test
    void leavesBadRowsOutAndListsThem() throws IOException {
        Path file = file("123,5,1", books.get(0).ean() + ",5,1", books.get(1).ean() + ",301,1");

        assertThat(upsert(vendor.apiKey(), file, "--yes")).isEqualTo(3);

        assertCount("Applied", 1);
        assertThat(refused())
                .contains(
                        "2,123,bad_row,ean,bad_ean,,ean: must be 13 digits with a valid check digit",
                        "4," + books.get(1).ean() + ",bad_row,price,too_large,300.00,price: must be at most 300.00");
    }

    @Test
    void asksOnlyWhatCouldBeSoldUnlessToldToSend() throws IOException {
        assertThat(upsert(vendor.apiKey(), fileOf(5))).isEqualTo(3);
        assertCount("Can be sold", 2);
        assertCount("EAN unknown to the programme", 1);
        assertThat(out()).contains("Nothing was sent.");
        assertThat(sandbox.journal().entries())
                .extracting(Journal.Entry::method)
                .containsOnly("GET");
    }

    @Test
    void checksTheFileAloneWithoutAKey() throws IOException {
        assertThat(upsert("", fileOf(5))).isZero();

        assertCount("Can be sent", 5);
    }

    @Test
    void sendsNothingWithoutAKey() throws IOException {
        assertThat(upsert("", fileOf(1), "--yes")).isEqualTo(1);
        assertThat(err()).hasLineCount(1).contains("PASSCULTURE_API_KEY");
    }

    @Test
    void saysInOneLineThatTheKeyIsWrong() throws IOException {
        assertThat(upsert("not-the-key", fileOf(1), "--yes")).isEqualTo(1);
        assertThat(err()).hasLineCount(1).doesNotContain("not-the-key", "Exception");
    }

    @Test
    void saysInOneLineThatAFileIsEmpty() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));

        assertThat(upsert(vendor.apiKey(), empty)).isEqualTo(1);
        assertThat(err()).hasLineCount(1).contains("ean, price, quantity");
    }

    @Test
    void saysInOneLineThatThereIsNoFile() {
        assertThat(upsert(vendor.apiKey(), folder.resolve("none.csv"))).isEqualTo(1);
        assertThat(err()).hasLineCount(1).contains("none.csv");
    }

    @Test
    void doesNotOverwriteTheProductsWithTheRefusedOnes() throws IOException {
        Path file = fileOf(1);

        assertThat(upsert(vendor.apiKey(), file, "--refused", file.toString())).isEqualTo(2);
        assertThat(file).content().contains(books.get(0).ean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--siret=123", "--base-url=ftp://x", "--wait=0", "--colour"})
    void refusesAWrongOption(String option) throws IOException {
        Path file = fileOf(1);
        String siret = option.startsWith("--siret") ? option : "--siret=" + shop.siret();
        String url = option.startsWith("--base-url") ? option : "--base-url=" + sandbox.baseUrl();
        String other = siret.equals(option) || url.equals(option) ? "--unpaced" : option;

        assertThat(run("", "upsert", "--file", file.toString(), siret, url, other))
                .isEqualTo(2);
        assertThat(err()).hasLineCount(1).contains("upsert --help");
    }

    @Test
    void makesAFile() throws IOException {
        Path file = folder.resolve("made.csv");

        assertThat(run("", "make-csv", "--rows", "12", "-o", file.toString())).isZero();
        assertThat(Files.readAllLines(file)).hasSize(13).startsWith("ean,title,price,quantity");
    }

    @Test
    void refusesToMakeNoRows() {
        assertThat(run("", "make-csv", "--rows", "0", "-o", folder.resolve("x").toString()))
                .isEqualTo(2);
        assertThat(err()).contains("between 1 and 100000000");
    }
}
