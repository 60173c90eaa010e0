package fr.passerelle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which package may know which: the arrows run one way, in every module. */
class PackagesTest {

    private static final String ROOT = "fr.passerelle.";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.passerelle");

    @Test
    void noCircle() {
        slices().matching("fr.passerelle.(**)")
                .should()
                .beFreeOfCycles()
                .because("whoever changes a package must not have to understand all others")
                .check(ALL);
    }

    @Test
    void theModelKnowsNothingElse() {
        noClasses()
                .that()
                .resideInAPackage("fr.passerelle.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "fr.passerelle.catalogue..",
                        "fr.passerelle.error..",
                        "fr.passerelle.http..",
                        "fr.passerelle.internal..",
                        "fr.passerelle.invitations..",
                        "fr.passerelle.passculture..",
                        "fr.passerelle.ratelimit..",
                        "fr.passerelle.ticketing..")
                .because("arrows run one way: examples, core, model")
                .check(ALL);
    }

    @Test
    void thePipelineKnowsNoProgramme() {
        noClasses()
                .that()
                .resideInAnyPackage("fr.passerelle.internal..", "fr.passerelle.http..", "fr.passerelle.ratelimit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "fr.passerelle.invitations..",
                        "fr.passerelle.model.booking",
                        "fr.passerelle.model.collective",
                        "fr.passerelle.model.invitation..",
                        "fr.passerelle.model.offer",
                        "fr.passerelle.model.venue",
                        "fr.passerelle.passculture..",
                        "fr.passerelle.reconciliation..",
                        "fr.passerelle.ticketing..")
                .because("a second programme is another table of endpoints, and no change of the machinery")
                .check(ALL);
    }

    @Test
    void oneProgrammeIsNotBuiltOnAnother() {
        noClasses()
                .that()
                .resideInAPackage("fr.passerelle.invitations..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.passerelle.passculture..", "fr.passerelle.catalogue..")
                .because("each is a table and its resources over the same pipeline")
                .check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage("fr.passerelle.passculture..", "fr.passerelle.ticketing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.passerelle.invitations..")
                .because("each is a table and its resources over the same pipeline")
                .check(ALL);
    }

    @Test
    void jobsStandOnTop() {
        noClasses()
                .that()
                .resideOutsideOfPackages("fr.passerelle.catalogue..", "fr.passerelle.reconciliation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.passerelle.catalogue..")
                .because("a client works without the jobs that are done with it")
                .check(ALL);
    }

    @Test
    void whatIsTrueForEveryProgrammeStandsBelowThem() {
        noClasses()
                .that()
                .resideInAnyPackage("fr.passerelle.model.value", "fr.passerelle.model.rule")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "fr.passerelle.model.app",
                        "fr.passerelle.model.booking",
                        "fr.passerelle.model.collective",
                        "fr.passerelle.model.credit",
                        "fr.passerelle.model.entitlement",
                        "fr.passerelle.model.invitation..",
                        "fr.passerelle.model.offer",
                        "fr.passerelle.model.venue")
                .because("values and rules are for every programme")
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "fr.passerelle.model.app", "fr.passerelle.model.entitlement", "fr.passerelle.model.credit")
                .and()
                .resideInAPackage("fr.passerelle.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.passerelle.model.entitlement", "fr.passerelle.model.credit")
                .because("who may have what is decided above what things are")
                .check(ALL);
    }

    /** For people: the picture of what the rules above hold, as Mermaid, which forges draw. */
    @Test
    void isDrawn() throws IOException {
        TreeMap<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : ALL) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String from = type.getPackageName();
                String to = dependency.getTargetClass().getPackageName();
                if (to.startsWith(ROOT) && !to.equals(from)) {
                    arrows.computeIfAbsent(shortened(from), unknown -> new TreeSet<>())
                            .add(shortened(to));
                }
            }
        }
        String lines = arrows.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(to -> "    " + each.getKey() + " --> " + to))
                .collect(Collectors.joining("\n"));
        Path drawing = Path.of("target", "packages.md");
        Files.writeString(drawing, "```mermaid\nflowchart TD\n" + lines + "\n```\n");

        assertThat(lines)
                .contains(
                        "passculture --> error",
                        "error --> http",
                        "passculture --> internal.pipeline",
                        "invitations --> internal.pipeline");
    }

    private static String shortened(String name) {
        return name.substring(ROOT.length());
    }
}
