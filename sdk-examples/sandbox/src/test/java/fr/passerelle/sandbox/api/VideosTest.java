package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideosTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/watch?v=a1B2c3D4e5F",
                "https://www.youtube.com/watch?v=a1B2c3D4e5F&t=30",
                "https://m.youtube.com/watch?v=a1B2c3D4e5F",
                "http://youtube.com/v/a1B2c3D4e5F",
                "https://www.youtube.com/e/a1B2c3D4e5F",
                "https://www.youtube.com/embed/a1B2c3D4e5F?rel=0",
                "https://youtu.be/a1B2c3D4e5F",
            })
    void findsTheIdOfAVideo(String url) {
        assertThat(Videos.id(url)).isEqualTo("a1B2c3D4e5F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/watch?t=30&v=a1B2c3D4e5F",
                "https://www.youtube.com/shorts/a1B2c3D4e5F",
                "https://www.youtube.com/playlist?list=a1B2c3D4e5F",
                "https://www.youtube.com/@someone",
                "https://youtu.be/a1B2c3D4e5Fg",
                "https://example.org/watch?v=a1B2c3D4e5F",
            })
    void findsNoneElsewhere(String url) {
        assertThat(Videos.id(url)).isNull();
    }
}
