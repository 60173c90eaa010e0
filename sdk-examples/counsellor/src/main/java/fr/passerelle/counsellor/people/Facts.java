package fr.passerelle.counsellor.people;

import fr.passerelle.commandline.read.Dates;
import fr.passerelle.commandline.read.Day;
import fr.passerelle.commandline.read.Departments;
import fr.passerelle.commandline.read.Nationalities;
import fr.passerelle.commandline.read.NotUnderstoodException;
import fr.passerelle.commandline.read.PostalCodes;
import fr.passerelle.model.credit.Department;
import fr.passerelle.model.entitlement.Nationality;
import fr.passerelle.model.entitlement.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of one person, as text. */
public final class Facts {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

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
     * What is known of a person.
     *
     * @param person whom the engine can judge
     * @param setAside the optional facts that cannot be read: they count as not said
     * @param nextDay the dates that are written as an instant of the eve
     */
    public record Known(Person person, List<UnreadableFactException> setAside, List<Fact> nextDay) {

        public Known {
            setAside = List.copyOf(setAside);
            nextDay = List.copyOf(nextDay);
        }
    }

    /**
     * The person whom the engine can judge, if all that is said can be read.
     *
     * @throws UnreadableFactException if a fact is missing or cannot be read
     */
    public Person person(Moment moment) {
        Known known = known(moment, DateStyle.FRENCH);
        if (!known.setAside.isEmpty()) {
            throw known.setAside.get(0);
        }
        return known.person;
    }

    /**
     * What is known of the person; optional facts that cannot be read are set aside.
     *
     * @param dates how the dates of the list are written
     * @throws UnreadableFactException if the birth date is missing or cannot be read
     */
    public Known known(Moment moment, DateStyle dates) {
        return new Reading(moment, dates).known();
    }

    /** One reading of these facts. */
    private final class Reading {

        private final Moment moment;
        private final DateStyle dates;
        private final List<UnreadableFactException> setAside = new ArrayList<>();
        private final List<Fact> nextDay = new ArrayList<>();

        Reading(Moment moment, DateStyle dates) {
            this.moment = moment;
            this.dates = dates;
        }

        Known known() {
            // The place is first: a birthday begins at its midnight.
            String department =
                    optional(Fact.DEPARTMENT, text -> Departments.read(text).code());
            String postalCode = optional(Fact.POSTAL_CODE, PostalCodes::read);
            Nationality nationality = optional(Fact.NATIONALITY, Nationalities::read);
            Dates reader = new Dates(
                    dates.order(),
                    moment.in(Department.PARIS).atZone(Department.PARIS).toLocalDate(),
                    zone(department, postalCode));
            LocalDate residentSince = optional(Fact.RESIDENT_SINCE, text -> day(Fact.RESIDENT_SINCE, text, reader));
            LocalDate registered = optional(Fact.REGISTERED, text -> day(Fact.REGISTERED, text, reader));
            Person person = Person.born(born(reader))
                    .departmentCode(department)
                    .postalCode(postalCode)
                    .nationality(nationality)
                    .residentSince(residentSince)
                    .build();
            Instant asOf = moment.in(person.zone());
            LocalDate today = asOf.atZone(person.zone()).toLocalDate();
            if (person.birthDate().isAfter(today)) {
                throw new UnreadableFactException(Fact.BORN, "in-future");
            }
            if (registered != null) {
                Instant noon = Moment.noon(registered, person.zone());
                // Whoever registered this morning has registered.
                Instant began = registered.equals(today) && noon.isAfter(asOf) ? asOf : noon;
                person = person.toBuilder().firstRegistration(began).build();
            }
            return new Known(person, setAside, nextDay);
        }

        private ZoneId zone(@Nullable String department, @Nullable String postalCode) {
            if (department != null) {
                return new Department(department).zone();
            }
            return postalCode == null
                    ? Department.PARIS
                    : Department.ofPostalCode(postalCode).zone();
        }

        private LocalDate born(Dates reader) {
            String text = said.get(Fact.BORN);
            if (text == null) {
                throw new UnreadableFactException(Fact.BORN, "required");
            }
            LocalDate born;
            try {
                born = day(Fact.BORN, text, reader);
            } catch (NotUnderstoodException noDay) {
                throw new UnreadableFactException(Fact.BORN, noDay.rule());
            }
            if (born.isBefore(EARLIEST_BIRTH)) {
                throw new UnreadableFactException(Fact.BORN, "before-1900");
            }
            return born;
        }

        private LocalDate day(Fact fact, String text, Dates reader) throws NotUnderstoodException {
            if (!dates.isCertain(text)) {
                throw new UnreadableFactException(fact, "order");
            }
            Day day = reader.read(text);
            if (day.inference() == Day.Inference.NEXT_DAY_IN_FRANCE) {
                nextDay.add(fact);
            }
            return day.date();
        }

        private <T> @Nullable T optional(Fact fact, Reader<T> reader) {
            String text = said.get(fact);
            if (text == null) {
                return null;
            }
            try {
                return reader.read(text);
            } catch (NotUnderstoodException notUnderstood) {
                setAside.add(new UnreadableFactException(fact, notUnderstood.rule()));
            } catch (UnreadableFactException uncertain) {
                setAside.add(uncertain);
            }
            return null;
        }
    }

    private interface Reader<T> {
        T read(String text) throws NotUnderstoodException;
    }

    /** What is said stays unsaid. */
    @Override
    public String toString() {
        return "Facts" + said.keySet();
    }
}
