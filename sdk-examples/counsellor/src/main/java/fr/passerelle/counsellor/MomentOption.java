package fr.passerelle.counsellor;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.counsellor.people.Dates;
import fr.passerelle.counsellor.people.Moment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --on} that several commands take. */
final class MomentOption {

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
    private @Nullable String on;

    Moment moment(Surroundings surroundings) {
        return new Moment(
                on == null ? null : day(on, surroundings), surroundings.clock().instant());
    }

    private static LocalDate day(String text, Surroundings surroundings) {
        return Dates.parse(text)
                .orElseThrow(() -> FailedException.unusable(
                        "--on : " + surroundings.texts().of("rule.no-date")));
    }
}
