package fr.passerelle.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** What the layout promises, as rules. */
class ArchitectureTest {

    private static final JavaClasses MODEL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.passerelle.model");

    @Test
    void theModelKnowsNoTransport() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..", "java.net.http..", "okhttp3..", "io.github.resilience4j..", "java.nio.file..")
                .because("the model says what things are; it does no I/O")
                .check(MODEL);
    }

    @Test
    void theModelHasNoClockOfItsOwn() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("rules that need the time are given it")
                .check(MODEL);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("fr.passerelle.model.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a reader must be able to start somewhere")
                .check(MODEL);
    }

    @Test
    void valuesAndRulesStandBelowEverythingElse() {
        noClasses()
                .that()
                .resideInAnyPackage("fr.passerelle.model.value", "fr.passerelle.model.rule")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "fr.passerelle.model.venue",
                        "fr.passerelle.model.offer",
                        "fr.passerelle.model.booking",
                        "fr.passerelle.model.collective")
                .because("everything may use them, so they may use nothing of it")
                .check(MODEL);
    }

    @Test
    void donatedPlacesUseNothingOfPassCulture() {
        noClasses()
                .that()
                .resideInAPackage("fr.passerelle.model.invitation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "fr.passerelle.model.app..",
                        "fr.passerelle.model.booking..",
                        "fr.passerelle.model.collective..",
                        "fr.passerelle.model.credit..",
                        "fr.passerelle.model.entitlement..",
                        "fr.passerelle.model.offer..",
                        "fr.passerelle.model.venue..")
                .because("one programme is not built on another")
                .check(MODEL);
    }

    @Test
    void nothingIsStaticAndMutable() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("several clients live in one JVM and must not meet")
                .check(MODEL);
    }

    @Test
    void generatedClassesStayHidden() {
        classes()
                .that()
                .haveSimpleNameStartingWith("Immutable")
                .should()
                .bePackagePrivate()
                .because("users see the abstract types only")
                .check(MODEL);
    }

    @Test
    void nobodyPrints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a library has no console")
                .check(MODEL);
    }
}
