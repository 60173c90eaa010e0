package fr.passerelle.season.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    private final List<Finding> notes = new ArrayList<>();

    private @Nullable Picture read(String fields) throws JsonProcessingException {
        return Picture.of(new Fields(JsonMapper.builder().build().readTree("{" + fields + "}")), notes);
    }

    private Picture picture(String fields) throws JsonProcessingException {
        return Objects.requireNonNull(read(fields));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "image": {"base": "https://cdn.example.org/main/", "filename": "a.base.jpg", "variants": [{"type": "thumbnail", "filename": "a.thumb.jpg"}, {"type": "full", "filename": "a.full.jpg"}]} | https://cdn.example.org/main/a.full.jpg
            "image": {"filename": "a.base.jpg", "base": "https://cdn.example.org/main"} | https://cdn.example.org/main/a.base.jpg
            "image": "{\\"url\\": \\"https://cdn.example.org/a.jpg\\"}" | https://cdn.example.org/a.jpg
            "image": {"thumbnail": true, "url": "https://cdn.example.org/a.jpg"} | https://cdn.example.org/a.jpg
            "image": "https://cdn.example.org/a.jpg", "image_thumb": "https://cdn.example.org/t.jpg" | https://cdn.example.org/a.jpg
            "originalimage": "https://cdn.example.org/o.jpg", "image": "https://cdn.example.org/a.jpg" | https://cdn.example.org/o.jpg
            "image": "http://old.example.org/event_x_1.jpg" | https://old.example.org/event_x_1.jpg
            "image": "//old.example.org/event_x_1.jpg" | https://old.example.org/event_x_1.jpg
            "image": "https://cdn.example.org/une affiche.jpg" | https://cdn.example.org/une%20affiche.jpg
            "cover_url": "https://cdn.example.org/c.jpg" | https://cdn.example.org/c.jpg
            """)
    void findsTheLargestOverTls(String fields, String address) throws JsonProcessingException {
        assertThat(picture(fields).address()).hasToString(address);
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"image\": \"ftp://example.org/a.jpg\"",
                "\"image\": \"javascript:alert(1)\"",
                "\"image\": \"file:///etc/passwd\"",
                "\"image\": \"a.jpg\"",
                "\"image\": \"http://example.org:8080/a.jpg\"",
                "\"image\": \"https://user:secret@example.org/a.jpg\"",
                "\"image\": \"https://exa mple.org/a.jpg\"",
                "\"image\": \"data:image/png;base64,AAAA\""
            })
    void tellsAnAddressThatCannotBeAsked(String fields) throws JsonProcessingException {
        assertThat(read(fields)).isNull();
        assertThat(notes).extracting(Finding::code).containsExactly(FindingCode.PICTURE_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"title\": \"x\"",
                "\"image\": null",
                "\"image\": \"\"",
                "\"image\": \"null\"",
                "\"image\": {\"base\": \"https://cdn.example.org/main/\"}",
                "\"image\": {}",
                "\"image_thumb\": \"https://cdn.example.org/t.jpg\"",
                "\"image\": 12"
            })
    void noPictureIsNothingToTell(String fields) throws JsonProcessingException {
        assertThat(read(fields)).isNull();
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "imageCredits": "© Zoé"                       | © Zoé
            "imagecredits": "<b>© Zoé</b>\\n&amp; Léo"    | © Zoé & Léo
            "credits_image": "©J-F.Humbert"               | ©J-F.Humbert
            "cover_credit": "Ville de Paris"              | Ville de Paris
            "image_credits": ["Zoé", "Léo"]               | Zoé, Léo
            """)
    void findsWhoMadeIt(String fields, String credit) throws JsonProcessingException {
        assertThat(picture("\"image\": \"https://cdn.example.org/a.jpg\", " + fields)
                        .credit())
                .isEqualTo(credit);
    }

    @Test
    void aCreditFitsAndIsNoPlaceholder() throws JsonProcessingException {
        String image = "\"image\": \"https://cdn.example.org/a.jpg\", ";

        assertThat(picture(image + "\"imageCredits\": \"" + "x".repeat(400) + "\"")
                        .credit())
                .hasSizeLessThanOrEqualTo(255);
        assertThat(picture(image + "\"imageCredits\": \"null\"").credit()).isNull();
    }
}
