package fr.passerelle.boxoffice.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page for the person at the door, in a browser, by keys alone. Its pictures go to {@code target/door-page}. */
@Timeout(120)
class DoorPageTest {

    private static final Path PICTURES = Path.of("target", "door-page");

    @TempDir
    private Path folder = Path.of("");

    private Scene scene;
    private Chromium browser;

    @BeforeEach
    void open() throws Exception {
        Path chromium = Chromium.installed().orElse(null);
        Assumptions.assumeTrue(
                chromium != null, "no chromium on the PATH (Debian's package chromium): the page is not tried in one");
        scene = new Scene(folder);
        browser = Chromium.start(chromium, folder);
        browser.open(page("en"));
    }

    @AfterEach
    void close() {
        if (scene != null) {
            browser.close();
            scene.close();
        }
    }

    private URI page(String language) {
        return URI.create(scene.server.url() + "?lang=" + language);
    }

    private void scan(String code) {
        browser.type(code);
        browser.press("Enter");
    }

    private void shows(String light, String title) {
        browser.until("document.getElementById('result').className === '" + light + "'"
                + " && document.getElementById('light').textContent === '" + title + "'");
    }

    private String text(String id) {
        return browser.read("document.getElementById('" + id + "').textContent");
    }

    private void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), browser.picture());
    }

    @Test
    void aScannerNeedsNoMouse() throws IOException {
        scan(scene.countermark);
        shows("GREEN", "Come in");
        picture("green");

        assertThat(text("detail")).contains("1").contains("2");
        assertThat(text("in")).startsWith("1 /");
        assertThat(browser.read("document.getElementById('code').value")).isEmpty();
        assertThat(browser.read("document.activeElement.id")).isEqualTo("code");
        assertThat(browser.read("document.documentElement.outerHTML")).doesNotContain(scene.countermark);
    }

    @Test
    void goesOnWhileTheNetworkIsCut() throws IOException {
        scan(scene.countermark);
        shows("GREEN", "Come in");
        scene.cutTheNetwork();

        scan(scene.countermark);
        browser.until("document.getElementById('in').textContent.startsWith('2 /')");
        scan(scene.countermark);
        browser.until("document.getElementById('result').className === 'RED'");
        picture("already-in");
        scan(scene.unasked);
        browser.until("document.getElementById('result').className === 'AMBER'");
        picture("no-network");

        browser.press("F2");
        shows("GREEN", "Come in");
        assertThat(text("in")).startsWith("3 /");
        assertThat(scene.door.headsIn()).isEqualTo(3);
    }

    @Test
    void theEveningSurvivesAReload() {
        scan(scene.countermark);
        shows("GREEN", "Come in");

        browser.open(page("fr"));

        browser.until("document.getElementById('in').textContent.startsWith('1 /')");
        assertThat(browser.read("document.documentElement.lang")).isEqualTo("fr");
        assertThat(browser.read("document.getElementById('last').children.length"))
                .isEqualTo("1");
    }

    @Test
    void anAdmissionIsTakenBackByAKey() {
        scan(scene.countermark);
        shows("GREEN", "Come in");

        browser.press("F4");

        browser.until("document.getElementById('result').className === 'AMBER'");
        assertThat(scene.door.headsIn()).isZero();
        assertThat(text("in")).startsWith("0 /");
    }

    @Test
    void whereTheFocusIsDoesNotMatterToAScanner() {
        browser.press("Tab");
        browser.press("Tab");

        scan(Scene.BARCODE);

        shows("GREEN", "Come in");
    }

    @Test
    void soundIsOffAndALightHasWords() {
        assertThat(browser.read("document.getElementById('sound').checked")).isEqualTo("false");

        scan("NO-SUCH-TICKET");

        browser.until("['RED', 'AMBER'].includes(document.getElementById('result').className)");
        assertThat(text("light")).isNotBlank();
        assertThat(text("sentence")).isNotBlank();
    }
}
