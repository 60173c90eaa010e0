package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sandbox.Http.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageRoutesTest extends ApiTest {

    private static final String FILE = "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"";
    private static final String CREDIT = "Content-Disposition: form-data; name=\"credit\"";

    /** Uploads a form of one file and, unless it is empty, a credit. */
    private Reply upload(long offerId, String fileHead, byte[] file, String credit) throws IOException {
        var form = new ByteArrayOutputStream();
        part(form, fileHead, file);
        if (!credit.isEmpty()) {
            part(form, CREDIT, credit.getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes("--limit--\r\n".getBytes(StandardCharsets.US_ASCII));
        return stage.http.send(
                "POST",
                "/public/offers/v1/" + offerId + "/image",
                stage.provider.apiKey(),
                "multipart/form-data; boundary=limit",
                BodyPublishers.ofByteArray(form.toByteArray()));
    }

    private static void part(ByteArrayOutputStream form, String head, byte[] content) {
        form.writeBytes(("--limit\r\n" + head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void illustratesEventsAndProducts() throws IOException {
        long event = event("").path("id").asLong();
        long product = product("").path("id").asLong();

        assertThat(upload(event, FILE, Pictures.of(400, 600, "jpg"), "Élodie").status())
                .isEqualTo(204);
        assertThat(upload(product, FILE, Pictures.of(400, 600, "png"), "").status())
                .isEqualTo(204);

        assertThat(get(EVENTS + "/" + event).body().at("/image/credit").asText())
                .isEqualTo("Élodie");
        assertThat(get(PRODUCTS + "/" + product).body().at("/image/credit").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"400, 599, png", "1600, 2400, jpg", "760, 400, png"})
    void hasNoUpperBoundAndForcesWidePictures(int width, int height, String format) throws IOException {
        long event = event("").path("id").asLong();

        assertThat(upload(event, FILE, Pictures.of(width, height, format), "").status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"399, 600, png", "760, 399, png", "600, 600, jpg", "400, 600, gif"})
    void refusesOthersWithABareText(int width, int height, String format) throws IOException {
        long event = event("").path("id").asLong();

        var reply = upload(event, FILE, Pictures.of(width, height, format), "");

        assertRefusedUnder(reply, 400, "file");
        assertThat(reply.body().path("file").isTextual()).isTrue();
    }

    @Test
    void refusesAFormWithoutAFileWithAList() throws IOException {
        long event = event("").path("id").asLong();

        var reply = upload(event, CREDIT, new byte[0], "Studio");

        assertRefusedUnder(reply, 400, "file");
        assertThat(reply.body().path("file").isArray()).isTrue();
        assertRefusedUnder(post("/public/offers/v1/" + event + "/image", "{}"), 400, "file");
    }

    @Test
    void knowsOnlyOffersOfLinkedVenues() throws IOException {
        assertRefusedUnder(upload(987_654, FILE, Pictures.of(400, 600, "png"), ""), 404, "offerId");
    }
}
