package fr.passerelle.sharedpace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.PackagedJar;
import fr.passerelle.commandline.PackagedJar.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged {@code shared-pace.jar}: a Redis, two JVMs, one key. */
@Timeout(180)
class SharedPaceJarIT {

    private static final int QUOTA = 75;

    private String report = "";

    @Test
    void twoProcessesStayWithinOneQuotaWhateverBecomesOfRedis() throws Exception {
        Assumptions.assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(at -> Files.isExecutable(Path.of(at, "redis-server"))),
                "no redis-server on the PATH (Debian's package redis-server): not tested with one");
        Run demo = new PackagedJar("shared-pace.jar").run("demo", "--lang=en", "--window=15");
        report = demo.output();
        System.out.println(report);

        assertThat(demo.exit()).as(report).isZero();
        assertThat(number("All together", "Most in any 15 s, of 75")).isBetween(60, QUOTA);
        assertThat(number("All together", "Answered 429")).isZero();
        assertThat(number("All together", "by process 1")).isBetween(35, 65);
        assertThat(number("Redis is there", "Of the quota")).isGreaterThanOrEqualTo(90);
        // Each one's share is 36 of 75: what both may do, less the pause before it begins.
        assertThat(number("Redis is gone", "Of the quota")).isBetween(80, 96);
        assertThat(number("Redis is gone", "by process 1")).isBetween(45, 55);
        assertThat(number("Redis is back, empty", "Of the quota")).isGreaterThanOrEqualTo(85);
    }

    private int number(String heading, String row) {
        Matcher found = Pattern.compile(
                        Pattern.quote(heading) + "\\n─+\\n(?: .*\\n)*? +" + Pattern.quote(row) + " +(\\d+)")
                .matcher(report);
        assertThat(found.find()).as(row + " of " + heading + " in\n" + report).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
