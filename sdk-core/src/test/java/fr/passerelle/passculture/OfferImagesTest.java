package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.ImageUse;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferImagesTest {

    private final byte[] poster = png(400, 600, 5_000);
    private Server server;
    private PassCultureClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = server.client().build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void sendsAFormWithThePictureAndItsCredit() throws InterruptedException {
        server.response(204, "");

        client.images().upload(31, OfferImageDraft.of(ImageFile.of(poster)).credit("Zoé"));

        RecordedRequest request = server.request();
        assertThat(request.getRequestLine()).isEqualTo("POST /public/offers/v1/31/image HTTP/1.1");
        String type = request.getHeaders().get("Content-Type");
        assertThat(type).startsWith("multipart/form-data; boundary=");
        String boundary = type.substring(type.indexOf('=') + 1);
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"image.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        String tail = "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"credit\"\r\n\r\nZoé\r\n--"
                + boundary + "--\r\n";
        assertThat(request.getBody().toByteArray()).isEqualTo(join(head, poster, tail));
        assertThat(request.getHeaders().get("Content-Length"))
                .isEqualTo(String.valueOf(join(head, poster, tail).length));
    }

    @Test
    void thePictureIsSentAgainToABusyServer() throws InterruptedException {
        server.response(new MockResponse.Builder().code(503).build()).response(204, "");

        client.images().async().upload(31, ImageFile.of(poster)).join();

        assertThat(server.requests()).isEqualTo(2);
        assertThat(server.request().getBody().size())
                .isEqualTo(server.request().getBody().size());
    }

    @Test
    void refusesAPictureBeforeTheWireWithTheNumbers() {
        List<ImageFile> wrong = List.of(ImageFile.of(png(399, 598, 100)), ImageFile.of(png(700, 700, 100)));

        assertThatThrownBy(() -> client.images().upload(31, wrong.get(0)))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("400x400");
        assertThatThrownBy(() -> client.images().upload(31, wrong.get(1)))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("2/3");
        assertThat(server.requests()).isZero();
    }

    @Test
    void readsAPictureFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("poster"), poster);

        assertThat(ImageFiles.read(file)).isEqualTo(ImageFile.of(poster));
    }

    @Test
    void readsAPictureFromAStreamAndNothingAfterIt() throws IOException {
        InputStream in = new ByteArrayInputStream(Arrays.copyOf(poster, poster.length + 7));

        assertThat(ImageFiles.read(in, poster.length)).isEqualTo(ImageFile.of(poster));
        assertThat(in.available()).isEqualTo(7);
    }

    @Test
    void noticesAStreamThatEndsTooSoon() {
        assertThatThrownBy(() -> ImageFiles.read(new ByteArrayInputStream(poster), 5_001))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("5000 of 5001");
    }

    @Test
    void refusesATooHeavyStreamWithoutReadingIt() throws IOException {
        InputStream in = new ByteArrayInputStream(poster);

        assertThatThrownBy(() -> ImageFiles.read(in, ImageUse.UPLOAD.maxWeight() + 1))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining(String.valueOf(ImageUse.UPLOAD.maxWeight()));
        assertThat(in.available()).isEqualTo(5_000);
    }

    /** What a reader of headers takes for a png of this size. */
    static byte[] png(int width, int height, int weight) {
        return ByteBuffer.allocate(weight)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .array();
    }

    private static byte[] join(String head, byte[] middle, String tail) {
        byte[] first = head.getBytes(StandardCharsets.UTF_8);
        byte[] last = tail.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(first.length + middle.length + last.length)
                .put(first)
                .put(middle)
                .put(last)
                .array();
    }
}
