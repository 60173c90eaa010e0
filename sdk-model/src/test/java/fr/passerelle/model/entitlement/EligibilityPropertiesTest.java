package fr.passerelle.model.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.credit.ExpiryRule;
import fr.passerelle.model.credit.Grant;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.RecreditType;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** What must hold for anybody at any time. */
class EligibilityPropertiesTest {

    private static final int PEOPLE = 100_000;
    private static final long SEED = 20250301;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1999, 1, 1);
    private static final int BIRTH_DAYS = 13 * 365;
    private static final Instant FROM = Instant.parse("2018-06-01T00:00:00Z");
    private static final long SECONDS = Duration.ofDays(13 * 365).toSeconds();
    private static final List<Scheme> SCHEMES = List.of(Scheme.values());
    private static final List<String> DEPARTMENTS = Arrays.asList(
            null, "75", "93", "2A", "971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988");

    @Test
    void aResponseChangesOnlyWhenItSaid() {
        Random random = new Random(SEED);
        for (int i = 0; i < PEOPLE; i++) {
            Person person = person(random);
            Instant asOf = instant(random, person);
            Interpretation reading = random.nextInt(4) == 0 ? Interpretation.LAW : Interpretation.SERVER;
            Rules rules = new Rules(person, reading);
            Decision now = rules.at(asOf);
            Change next = Calendar.next(person, reading, asOf, now, rules::at);

            assertConsistent(now, asOf);
            Instant end = next == null ? asOf.plusSeconds(SECONDS) : next.at();
            assertSame(rules, now, end.minusNanos(1), person);
            assertSame(rules, now, between(random, asOf, end), person);
            assertSame(rules, now, between(random, asOf, end), person);
            if (next != null) {
                assertThat(rules.at(next.at()).sameResponse(now)).isFalse();
            }
        }
    }

    private static void assertConsistent(Decision decision, Instant asOf) {
        assertThat(decision.newMoney()).isGreaterThanOrEqualTo(Price.FREE);
        assertThat(decision.carriedOver()).isGreaterThanOrEqualTo(Price.FREE);
        assertThat(decision.amount()).isGreaterThanOrEqualTo(decision.newMoney().plus(decision.carriedOver()));
        if (decision.eligible()) {
            assertThat(decision.scheme()).isNotNull();
            assertThat(Objects.requireNonNull(decision.ceilings()).all()).isEqualTo(decision.amount());
            boolean alive = asOf.isBefore(Objects.requireNonNull(decision.expiresAt()));
            assertThat(alive || decision.newMoney().equals(Price.FREE)).isTrue();
        } else {
            assertThat(decision.newMoney()).isEqualTo(Price.FREE);
        }
    }

    private static void assertSame(Rules rules, Decision now, Instant later, Person person) {
        Decision then = rules.at(later);
        assertThat(then.sameResponse(now))
                .as("%s %s at %s:%n%s%n%s", person.birthDate(), person.departmentCode(), later, now, then)
                .isTrue();
    }

    @Test
    void whereAndInWhichLanguageItRunsDoesNotMatter() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            int apia = responses("Pacific/Apia", "tr-TR");
            assertThat(responses("America/Los_Angeles", "fr-FR")).isEqualTo(apia);
            assertThat(responses("UTC", "th-TH-u-ca-buddhist-nu-thai")).isEqualTo(apia);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static int responses(String zone, String locale) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Locale.setDefault(Locale.forLanguageTag(locale));
        Random random = new Random(SEED);
        int hash = 0;
        for (int i = 0; i < 1_000; i++) {
            Person person = person(random);
            // Entitlements hold enums, whose hash is another one in each run, so their text is what counts.
            hash = 31 * hash
                    + Eligibility.of(person, instant(random, person)).toString().hashCode();
        }
        return hash;
    }

    private static Person person(Random random) {
        LocalDate birth = random.nextInt(20) == 0
                ? LocalDate.of(2000 + 4 * random.nextInt(3), 2, 29)
                : FIRST_BIRTH.plusDays(random.nextInt(BIRTH_DAYS));
        Person.Builder person = Person.born(birth).departmentCode(DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size())));
        if (random.nextInt(4) == 0) {
            person.nationality(random.nextBoolean() ? Nationality.OTHER : Nationality.EU_EEA_SWISS)
                    .residentSince(birth.plusDays(random.nextInt(19 * 365)));
        }
        if (random.nextInt(2) == 0) {
            person.firstRegistration(birthdayAround(random, birth));
        }
        if (random.nextInt(3) == 0) {
            person.addExistingGrants(grant(random, birth));
        }
        return person.build();
    }

    private static Grant grant(Random random, LocalDate birth) {
        Scheme scheme = SCHEMES.get(random.nextInt(SCHEMES.size()));
        Instant at = birthdayAround(random, birth);
        Grant.Builder grant = Grant.builder()
                .scheme(scheme)
                .amount(Price.cents(random.nextInt(8) * 1000L))
                .spent(Price.cents(random.nextInt(3000)))
                .pending(Price.cents(random.nextInt(1000)))
                .grantedAt(at)
                .expiresAt(ExpiryRule.of(scheme, at).expiry(birth, at, Interpretation.SERVER));
        if (random.nextBoolean()) {
            grant.addRecredits(RecreditType.ofAge(15 + random.nextInt(4)));
        }
        return grant.build();
    }

    /** From the 14th birthday to the 20th, half of the time within a day of a birthday. */
    private static Instant birthdayAround(Random random, LocalDate birth) {
        Instant birthday = AgeWindow.midnight(birth.plusYears(14 + random.nextInt(6)), ZoneOffset.UTC);
        long days = random.nextBoolean() ? 1 : 365;
        return birthday.plusSeconds(random.nextInt((int) Duration.ofDays(days).toSeconds()));
    }

    private static Instant instant(Random random, Person person) {
        return random.nextInt(3) == 0
                ? birthdayAround(random, person.birthDate()).minus(Duration.ofHours(random.nextInt(24)))
                : FROM.plusSeconds((long) (random.nextDouble() * SECONDS));
    }

    private static Instant between(Random random, Instant from, Instant to) {
        long seconds = Duration.between(from, to).toSeconds();
        return from.plusSeconds((long) (random.nextDouble() * seconds));
    }
}
