package fr.passerelle.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.PackagedJar;
import fr.passerelle.commandline.PackagedJar.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged {@code box-office.jar} as a newcomer runs it. */
@Timeout(120)
class BoxOfficeJarIT {

    @Test
    void theDemonstrationRunsToItsCount() throws Exception {
        Run demo = new PackagedJar("box-office.jar").run("demo", "--lang=en");

        assertThat(demo.output()).containsPattern("unknown after the run +0\n").doesNotContain("Exception", "\tat ");
        assertThat(demo.exit()).isZero();
    }
}
