package fr.passerelle.counsellor.people;

import fr.passerelle.model.entitlement.Person;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is said of one person, as text. */
public final class Facts {

    /** The number in {@code 93 - Seine-Saint-Denis}, {@code Ain (1)} or {@code 2a}. */
    private static final Pattern DEPARTMENT = Pattern.compile("(?<![0-9A-Z])(2[AB]|\\d{1,3})(?![0-9A-Z])");

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final int POSTAL_CODE_LENGTH = 5;

    private final Map<Fact, String> said = new EnumMap<>(Fact.class);

    /** Starts with nothing said. */
    public Facts() {}

    /** Adds a fact; null and blank say nothing. */
    public Facts with(Fact fact, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            said.put(fact, text.strip());
        }
        return this;
    }

    /**
     * The person whom the engine can judge.
     *
     * @throws UnreadableFactException if a fact is missing or cannot be read
     */
    public Person person(Moment moment) {
        LocalDate born = day(Fact.BORN);
        if (born == null) {
            throw new UnreadableFactException(Fact.BORN, "required");
        }
        if (born.isBefore(EARLIEST_BIRTH)) {
            throw new UnreadableFactException(Fact.BORN, "before-1900");
        }
        String nationality = said.get(Fact.NATIONALITY);
        Person person = checked(() -> Person.born(born)
                .departmentCode(department())
                .postalCode(postalCode())
                .nationality(nationality == null ? null : Nationalities.of(nationality))
                .residentSince(day(Fact.RESIDENT_SINCE))
                .build());
        Instant asOf = moment.in(person.zone());
        LocalDate today = asOf.atZone(person.zone()).toLocalDate();
        if (born.isAfter(today)) {
            throw new UnreadableFactException(Fact.BORN, "in-future");
        }
        LocalDate registered = day(Fact.REGISTERED);
        if (registered == null) {
            return person;
        }
        Instant noon = Moment.noon(registered, person.zone());
        // Whoever registered this morning has registered.
        Instant began = registered.equals(today) && noon.isAfter(asOf) ? asOf : noon;
        return person.toBuilder().firstRegistration(began).build();
    }

    private @Nullable LocalDate day(Fact fact) {
        String text = said.get(fact);
        return text == null ? null : Dates.parse(text).orElseThrow(() -> new UnreadableFactException(fact, "no-date"));
    }

    private @Nullable String department() {
        String text = said.get(Fact.DEPARTMENT);
        if (text == null) {
            return null;
        }
        Matcher found = DEPARTMENT.matcher(text.toUpperCase(Locale.ROOT));
        String code = found.find() ? found.group(1) : text;
        return code.length() == 1 ? "0" + code : code;
    }

    /** Spreadsheets drop the 0 in front. */
    private @Nullable String postalCode() {
        String text = said.get(Fact.POSTAL_CODE);
        String code = text == null ? null : text.replace(" ", "");
        return code != null && code.length() == POSTAL_CODE_LENGTH - 1 ? "0" + code : code;
    }

    private static Person checked(Supplier<Person> person) {
        try {
            return person.get();
        } catch (RuleViolationException broken) {
            Violation first = broken.violations().get(0);
            Fact fact = Arrays.stream(Fact.values())
                    .filter(one -> one.path().equals(first.path()))
                    .findFirst()
                    .orElseThrow(() -> broken);
            throw new UnreadableFactException(fact, first.code().code());
        }
    }

    /** What is said stays unsaid. */
    @Override
    public String toString() {
        return "Facts" + said.keySet();
    }
}
