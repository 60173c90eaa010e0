package fr.passerelle;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.passerelle.http.ClientSettings;
import fr.passerelle.model.rule.PasserelleException;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** What the layout promises, as rules. */
class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.passerelle");

    private static final DescribedPredicate<JavaClass> SOMEBODY_ELSES = resideInAnyPackage(
                    "okhttp3..", "okio..", "com.fasterxml..", "io.github.resilience4j..", "kotlin..", "org.slf4j..")
            .as("of a library");

    private static final String[] API = {
        "fr.passerelle.catalogue",
        "fr.passerelle.error",
        "fr.passerelle.http",
        "fr.passerelle.invitations",
        "fr.passerelle.passculture",
        "fr.passerelle.ratelimit"
    };

    /** Bindings to libraries that whoever uses them brings; only these show a type of theirs. */
    private static final String[] OPTIONAL = {
        "fr.passerelle.metrics..", "fr.passerelle.ratelimit.bucket4j..", "fr.passerelle.tracing.."
    };

    @Test
    void noLibraryShowsInAPublicSignature() {
        codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(API)
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .arePublic()
                .and()
                .doNotHaveName("okHttpClient")
                .and()
                .areNotDeclaredIn(ClientSettings.class)
                .should(mentionNothing(SOMEBODY_ELSES))
                .because("a library can then be replaced without breaking anybody; okHttpClient(...) is the one opt-in")
                .check(ALL);
    }

    @Test
    void whatIsOptionalStaysOptional() {
        noClasses()
                .that()
                .resideOutsideOfPackages(OPTIONAL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OPTIONAL)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.bucket4j..", "io.micrometer..", "io.opentelemetry..")
                .because("the client must work where neither Bucket4j nor Micrometer nor OpenTelemetry is there")
                .check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage(OPTIONAL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.passerelle.internal..", "fr.passerelle.error..", "okhttp3..")
                .because("they are bindings as anybody could write them")
                .check(ALL);
    }

    @Test
    void nobodyTouchesTls() {
        noClasses()
                .should()
                .implement(TrustManager.class)
                .orShould()
                .implement(HostnameVerifier.class)
                .orShould()
                .callMethodWhere(
                        JavaCall.Predicates.target(
                                DescribedPredicate.describe(
                                        "changes whom OkHttp trusts",
                                        target -> target.getOwner().isEquivalentTo(OkHttpClient.Builder.class)
                                                && target.getName()
                                                        .matches(
                                                                "sslSocketFactory|hostnameVerifier|certificatePinner|connectionSpecs"))))
                .because("whom to trust is the machine's business, or that of the user's own OkHttp client")
                .check(ALL);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .because("time is injected, so that tests take milliseconds and closing wakes who waits")
                .check(ALL);
    }

    @Test
    void nobodyPrints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a library speaks through SLF4J, at DEBUG")
                .check(ALL);
    }

    @Test
    void loggingIsForDebuggingExceptWhatSomebodyOnCallMustKnow() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Warnings")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(DescribedPredicate.describe(
                        "logs above DEBUG",
                        target -> target.getOwner().isAssignableTo(Logger.class)
                                && target.getName().matches("info|warn|error"))))
                .because("what matters is thrown; what nobody can be thrown, Warnings tells once per cause and minute")
                .check(ALL);
    }

    /** Each of these was looked at: they log operations, templates, statuses, outcomes and class names. */
    @Test
    void fewClassesLogAndEachWasReviewed() {
        noClasses()
                .that()
                .doNotHaveSimpleName("HttpTransport")
                .and()
                .doNotHaveSimpleName("ForwardingListener")
                .and()
                .doNotHaveSimpleName("Observers")
                .and()
                .doNotHaveSimpleName("DeskListeners")
                .and()
                .doNotHaveSimpleName("Warnings")
                .and()
                .doNotHaveSimpleName("SharedRateLimiter")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Logger.class)
                .because("what is logged may be read by anybody: review it for people's data, then add it here")
                .check(ALL);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .because("several clients live in one JVM and must not meet")
                .check(ALL);
    }

    @Test
    void exceptionsAreCalledSo() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .haveSimpleNameEndingWith("Exception")
                .because("a reader must see what can be caught")
                .check(ALL);
    }

    @Test
    void theFamilyIsOne() {
        classes()
                .that()
                .resideInAnyPackage(API)
                .and()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(PasserelleException.class)
                .because("one catch must be enough")
                .check(ALL);
    }

    @Test
    void theInternalsAreNotExported() throws IOException {
        Path classes = Path.of("target/classes/module-info.class");
        ModuleDescriptor module = ModuleDescriptor.read(Files.newInputStream(classes));

        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .contains(
                        "fr.passerelle.catalogue",
                        "fr.passerelle.error",
                        "fr.passerelle.http",
                        "fr.passerelle.invitations",
                        "fr.passerelle.metrics",
                        "fr.passerelle.passculture",
                        "fr.passerelle.ratelimit",
                        "fr.passerelle.ratelimit.bucket4j",
                        "fr.passerelle.reconciliation",
                        "fr.passerelle.ticketing",
                        "fr.passerelle.tracing")
                .noneMatch(name -> name.startsWith("fr.passerelle.internal"))
                .doesNotContain(
                        "fr.passerelle.invitations.endpoint",
                        "fr.passerelle.passculture.endpoint",
                        "fr.passerelle.passculture.shown");
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        Stream<String> unmarked = ALL.stream()
                .filter(type -> !type.getPackageName().startsWith("fr.passerelle.contract"))
                .map(JavaClass::getPackage)
                .distinct()
                .filter(pack -> !pack.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName);

        assertThat(unmarked).isEmpty();
    }

    private static <T extends JavaCodeUnit> ArchCondition<T> mentionNothing(DescribedPredicate<JavaClass> types) {
        return new ArchCondition<>("mention nothing " + types.getDescription()) {
            @Override
            public void check(T method, ConditionEvents events) {
                Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                        .filter(types)
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows " + type.getName())));
            }
        };
    }
}
