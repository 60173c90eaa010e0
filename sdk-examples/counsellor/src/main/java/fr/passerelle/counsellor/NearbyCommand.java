package fr.passerelle.counsellor;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.commandline.file.OutputFile;
import fr.passerelle.commandline.read.NotUnderstoodException;
import fr.passerelle.commandline.read.PostalCodes;
import fr.passerelle.commandline.read.PostalPlace;
import fr.passerelle.counsellor.nearby.Agenda;
import fr.passerelle.counsellor.nearby.NearbyText;
import fr.passerelle.counsellor.nearby.Outings;
import fr.passerelle.model.credit.CreditLedger;
import fr.passerelle.model.credit.Department;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.value.Price;
import fr.passerelle.season.agenda.GeoPoint;
import fr.passerelle.season.agenda.UnreadableAgendaException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code counsellor nearby}: what an agenda has near home, for what is left of a credit. */
@Command(name = "nearby", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class NearbyCommand implements Callable<Integer> {

    private static final int MOST_KILOMETRES = 1_000;
    private static final int ADULT = 18;
    private static final int OLDEST = 120;
    private static final Pattern POINT =
            Pattern.compile("(-?[0-9]{1,2}(?:\\.[0-9]{1,9})?) ?, ?(-?[0-9]{1,3}(?:\\.[0-9]{1,9})?)");

    private final Surroundings surroundings;

    @Option(names = "--postal-code", required = true, paramLabel = "CODE", descriptionKey = "nearby.postal-code")
    private String postalCode = "";

    @Option(names = "--radius", paramLabel = "KM", defaultValue = "15", descriptionKey = "nearby.radius")
    private int radius;

    @Option(names = "--agenda", required = true, paramLabel = "FILE", descriptionKey = "nearby.agenda")
    private @Nullable Path agenda;

    @Option(names = "--credit", required = true, paramLabel = "EUROS", descriptionKey = "afford.credit")
    private String credit = "";

    @Option(names = "--from", paramLabel = "LAT,LON", descriptionKey = "nearby.from")
    private @Nullable String from;

    @Option(names = "--age", paramLabel = "YEARS", descriptionKey = "nearby.age")
    private @Nullable Integer age;

    @Option(names = "--minor", descriptionKey = "afford.minor")
    private boolean minor;

    @Option(names = "--report", paramLabel = "PAGE.html", descriptionKey = "nearby.report")
    private @Nullable Path report;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private MomentOption on = new MomentOption();

    NearbyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Texts texts = surroundings.texts();
        Path file = Objects.requireNonNull(agenda);
        String code = code();
        Price left = new EurosOption(texts).read("--credit", credit);
        check();
        if (report != null) {
            OutputFile.check(report, List.of(file));
        }
        Department department = Department.ofPostalCode(code);
        Instant at = on.moment(surroundings).in(department.zone());
        Agenda read = read(file, at);
        Optional<PostalPlace> home = from == null ? Optional.of(home(code)) : Optional.empty();
        GeoPoint start = home.map(place -> new GeoPoint(place.latitude(), place.longitude()))
                .orElseGet(this::start);
        CreditLedger ledger = CreditLedger.builder()
                .scheme(Scheme.GRANT_17_18)
                .department(department)
                .expiresAt(Instant.MAX)
                .amount(left)
                .build();
        boolean stillMinor = minor || (age != null && age < ADULT);
        Outings outings = Outings.in(read.listings(), start, radius, new Outings.Asker(ledger, age, stillMinor, at));
        NearbyText text = new NearbyText(
                outings,
                read,
                home.map(PostalPlace::exact).orElse(true),
                texts.of("nearby.title", radius, code, texts.price(left)),
                texts);
        if (report != null) {
            try (OutputFile page = OutputFile.begin(report, false, List.of(file))) {
                page.writer().write(text.page());
                page.finish();
            }
        }
        surroundings.out().println(json ? text.json().toPrettyString() : text.plain());
        return ExitCode.OK;
    }

    private void check() {
        if (radius < 1 || radius > MOST_KILOMETRES) {
            throw FailedException.unusable(surroundings.texts().of("nearby.bad-radius", MOST_KILOMETRES));
        }
        if (age != null && (age < 0 || age > OLDEST)) {
            throw FailedException.unusable(surroundings.texts().of("nearby.bad-age"));
        }
    }

    private String code() {
        Texts texts = surroundings.texts();
        try {
            return PostalCodes.read(postalCode);
        } catch (NotUnderstoodException noCode) {
            throw FailedException.unusable("--postal-code : " + texts.of("rule." + noCode.rule()));
        }
    }

    private Agenda read(Path file, Instant now) throws IOException {
        try {
            return Agenda.read(file, now);
        } catch (UnreadableAgendaException noAgenda) {
            throw FailedException.unusable(surroundings.texts().of("nearby.no-agenda", file));
        }
    }

    private PostalPlace home(String code) {
        return PostalPlace.of(code)
                .orElseThrow(() -> FailedException.unusable(surroundings.texts().of("nearby.nowhere", code)));
    }

    private GeoPoint start() {
        Matcher point = POINT.matcher(Objects.requireNonNull(from).strip());
        if (!point.matches()) {
            throw FailedException.unusable(surroundings.texts().of("nearby.bad-from"));
        }
        return new GeoPoint(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)));
    }
}
