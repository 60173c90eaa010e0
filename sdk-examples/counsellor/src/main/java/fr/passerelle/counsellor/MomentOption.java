package fr.passerelle.counsellor;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.read.Dates;
import fr.passerelle.commandline.read.NotUnderstoodException;
import fr.passerelle.counsellor.people.Moment;
import fr.passerelle.model.credit.Department;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --on} that several commands take. */
final class MomentOption {

    private static final int LATEST = 50;

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
    private @Nullable String on;

    Moment moment(Surroundings surroundings) {
        return new Moment(
                on == null ? null : day(on, surroundings), surroundings.clock().instant());
    }

    private static LocalDate day(String text, Surroundings surroundings) {
        try {
            LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), Department.PARIS);
            // Two digits of a year are of this century: the question may be about a day to come.
            return Dates.inFrance(today.plusYears(LATEST)).read(text).date();
        } catch (NotUnderstoodException noDay) {
            throw FailedException.unusable("--on : " + surroundings.texts().of("rule.no_date"));
        }
    }
}
