package org.hindcast;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The import rules of the design, and a few habits. */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.hindcast");

    /** Imports point one way, along the flow. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            database   |
            score      |
            extract    |
            web        |
            clock      |
            net        | web
            article    |
            record     | web
            account    | record web
            author     | record web account
            piece      | record web account author
            question   | record web account extract
            forecast   | record web account author piece question score
            outbox     | record web account clock
            inbox      | record web account outbox
            review     | record web account question forecast outbox inbox
            reminder   | record web account clock question review outbox inbox
            follow     | record web account clock author question forecast outbox inbox
            calendar   | record web account author
            webhook    | record web account inbox outbox net
            scorecard  | record web account author piece question forecast score
            report     | record web account author piece question forecast outbox
            calculator | web score scorecard
            intake     | record web account author piece question forecast score extract net article clock
            desk       | record web account author piece question forecast score extract intake clock
            ledger     | record web account author piece question forecast review reminder scorecard score outbox
            """)
    void importsPointAlongTheFlow(String feature, String mayImport) {
        String[] allowed = (feature + " " + (mayImport == null ? "" : mayImport)).trim().split(" ");
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = "org.hindcast." + allowed[i] + "..";
        }
        noClasses().that().resideInAPackage("org.hindcast." + feature + "..").should().dependOnClassesThat(
                resideInAPackage("org.hindcast..").and(DescribedPredicate.not(resideInAnyPackage(allowed)))).check(OURS);
    }

    @Test
    void everyPackageHasItsRule() {
        Set<String> ruled = Set.of("database", "clock", "score", "extract", "web", "net", "article", "record", "account",
                "author", "piece",
                "question",
                "forecast",
                "review", "outbox", "inbox", "reminder", "follow", "calendar", "webhook", "scorecard", "report", "calculator",
                "ledger", "intake", "desk");
        classes().that().resideInAPackage("org.hindcast..").and().doNotHaveFullyQualifiedName("org.hindcast.Hindcast")
                .and().doNotHaveFullyQualifiedName("org.hindcast.PasswordCommand")
                .should(resideIn(ruled)).check(OURS);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("org.hindcast.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void scoresArePure() {
        classes().that().resideInAPackage("org.hindcast.score..").should().onlyDependOnClassesThat().resideInAnyPackage(
                "java..", "org.hindcast.score..", "org.apache.commons.numbers..", "org.apache.commons.statistics..",
                "org.apache.commons.rng..").check(OURS);
    }

    @Test
    void extractionIsPure() {
        classes().that().resideInAPackage("org.hindcast.extract..").should().onlyDependOnClassesThat().resideInAnyPackage(
                "java..", "org.hindcast.extract..", "opennlp..").check(OURS);
    }

    @Test
    void resourcesAndPagesArePackagePrivate() {
        classes().that().haveSimpleNameEndingWith("Resource").or().haveSimpleNameEndingWith("Pages").should()
                .bePackagePrivate().check(OURS);
        classes().that().areAnnotatedWith(jakarta.ws.rs.Path.class).should().haveSimpleNameEndingWith("Resource").orShould()
                .haveSimpleNameEndingWith("Pages").check(OURS);
    }

    /**
     * Time is an injected clock, which tests can set. The database's launcher runs before there is one, and one class looks at
     * the machine's clock to tell whether it is wrong.
     */
    @Test
    void nobodyLooksAtTheWall() {
        noClasses().that().resideOutsideOfPackage("org.hindcast.database..")
                .and().doNotHaveFullyQualifiedName("org.hindcast.clock.MachineClock").should()
                .callMethodWhere(
                        DescribedPredicate.describe("reads the machine's clock", ArchitectureTest::readsTheMachinesClock))
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callConstructor(java.util.Date.class)
                .because("time comes from " + Clock.class.getName()).check(OURS);
    }

    private static boolean readsTheMachinesClock(JavaMethodCall call) {
        return call.getTargetOwner().getPackageName().equals("java.time") && call.getName().matches("now|system.*|tick.*");
    }

    /** Quartz is only the clock: known to what it wakes, and to what sets it right at start. */
    @Test
    void quartzIsKnownToFew() {
        noClasses().that().haveSimpleNameNotEndingWith("Sweep").and()
                .doNotHaveFullyQualifiedName("org.hindcast.scorecard.CellCheck")
                .and().doNotHaveFullyQualifiedName("org.hindcast.clock.StoredTriggers")
                .and(DescribedPredicate.not(nameMatching("org\\.hindcast\\.clock\\.StoredTriggers\\$.*")))
                .should().dependOnClassesThat()
                .resideInAnyPackage("org.quartz..", "io.quarkus.quartz..", "io.quarkus.scheduler..")
                .check(OURS);
    }

    @Test
    void whatIsScheduledHasAName() {
        noClasses().should(new ArchCondition<>("schedule a method without an identity") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream().filter(method -> method.isAnnotatedWith(io.quarkus.scheduler.Scheduled.class))
                        .filter(method -> method.getAnnotationOfType(io.quarkus.scheduler.Scheduled.class).identity().isEmpty())
                        .forEach(method -> events.add(SimpleConditionEvent.satisfied(type, method.getFullName())));
            }
        }).check(OURS);
    }

    @Test
    void noServicesManagersUtilsOrMappers() {
        noClasses().should().haveNameMatching(".*(Service|Manager|Utils?|Helper|Mapper|Impl|DTO|Dto)").check(OURS);
    }

    @Test
    void anInterfaceHasMoreThanOneImplementation() {
        Map<String, Integer> implementations = new TreeMap<>();
        OURS.stream().filter(type -> type.isInterface() && !type.isAnnotation() && !type.isAnnotatedWith(
                io.smallrye.config.ConfigMapping.class)).forEach(
                        type -> implementations.put(type.getName(), type.getAllSubclasses().size()));
        implementations.values().removeIf(count -> count != 1);
        org.junit.jupiter.api.Assertions.assertEquals(Map.of(), implementations);
    }

    private static ArchCondition<JavaClass> resideIn(Set<String> packages) {
        return new ArchCondition<>("reside in one of " + packages) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String feature = type.getPackageName().replaceFirst("^org\\.hindcast\\.?", "");
                if (!packages.contains(feature)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in a package without a rule"));
                }
            }
        };
    }
}
