package fr.passerelle.benchmarks;

import fr.passerelle.model.entitlement.Eligibility;
import fr.passerelle.model.entitlement.Entitlement;
import fr.passerelle.model.entitlement.Nationality;
import fr.passerelle.model.entitlement.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One person held against all the rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Entitlements {

    private final Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final Person person = Person.born(LocalDate.of(2008, 5, 14))
            .departmentCode("93")
            .nationality(Nationality.EU_EEA_SWISS)
            .build();

    @Benchmark
    public Entitlement entitlementSdk() {
        return Eligibility.of(person, now);
    }
}
