package fr.passerelle.model.entitlement;

import fr.passerelle.model.credit.Department;
import fr.passerelle.model.credit.Grant;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who may be entitled. A registration or grant later than the instant asked for counts from
 * its own date on. Only the birth date is required; whatever is missing shows among the assumptions of the response.
 * Nothing is stored, and what is personal does not show in {@code toString}.
 */
@Value.Immutable
@WireStyle
public abstract class Person {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    /** The birth date that the identity check validated, or else the declared one. */
    @Value.Redacted
    public abstract LocalDate birthDate();

    /** The department of the profile: {@code 75}, {@code 2A}, {@code 976}; the postal code tells it otherwise. */
    public abstract @Nullable String departmentCode();

    /** The postal code of the profile. */
    @Value.Redacted
    public abstract @Nullable String postalCode();

    /** Which group of nationalities. */
    @Value.Redacted
    public abstract @Nullable Nationality nationality();

    /** The first day of legal and habitual residence in France. */
    @Value.Redacted
    public abstract @Nullable LocalDate residentSince();

    /** When the person first began to register (rule book 1.7); now, unless set. */
    @Value.Redacted
    public abstract @Nullable Instant firstRegistration();

    /** The credits that were granted so far; none, unless set. */
    @Value.Redacted
    public abstract List<Grant> existingGrants();

    Person() {} // only the generated class extends it

    /** Starts a person of this birth date. */
    public static Builder born(LocalDate birthDate) {
        return new Builder().birthDate(birthDate);
    }

    /** Starts a person. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    protected void check() {
        LocalDate birth = birthDate();
        String department = departmentCode();
        String code = postalCode();
        RuleCheck check = new RuleCheck()
                .required("birthDate", birth)
                .require(
                        birth == null || !birth.isBefore(EARLIEST_BIRTH),
                        "birthDate",
                        RuleCode.BEFORE_LIMIT,
                        EARLIEST_BIRTH)
                .require(
                        department == null || Department.isKnown(department),
                        "territory.departmentCode",
                        RuleCode.UNKNOWN_DEPARTMENT);
        RuleCode problem = code == null ? null : Department.problemOfPostalCode(code);
        if (problem != null) {
            check.report("territory.postalCode", problem);
        }
        check.raise();
    }

    /** Where the person lives; null if not known. */
    public @Nullable Department department() {
        String department = departmentCode();
        String code = postalCode();
        if (department != null) {
            return new Department(department);
        }
        return code == null ? null : Department.ofPostalCode(code);
    }

    /** The clock of the person's department; that of Paris if not known. */
    public ZoneId zone() {
        Department department = department();
        return department == null ? Department.PARIS : department.zone();
    }

    /** Builds a person; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutablePerson.Builder {
        Builder() {}
    }
}
