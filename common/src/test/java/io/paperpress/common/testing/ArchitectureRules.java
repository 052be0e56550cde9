package io.paperpress.common.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house that a compiler does not see; every module has an {@code ArchitectureTest} that extends this. */
public abstract class ArchitectureRules {

    private static final JavaClasses OURS = ours();

    private static JavaClasses ours() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false); // names suffice, and it is slow
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar")) // another module's, once it is packaged
                .importPackages("io.paperpress");
    }

    @Test
    void eventsKnowNoFramework() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("io.paperpress.common.events")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.paperpress.common.events",
                        "java..",
                        "org.jspecify.annotations",
                        "com.fasterxml.jackson.annotation")
                .allowEmptyShould(true);
        rule.check(OURS);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        ArchRule rule = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true);
        rule.check(OURS);
    }

    @Test
    void jsonIsJackson3() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");
        rule.check(OURS);
    }

    @Test
    void loggingIsSlf4j() {
        ArchRule rule = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
        rule.check(OURS);
    }

    @Test
    void everyPackageIsNullMarked() {
        ArchRule rule = classes().should(new StandInANullMarkedPackage());
        rule.check(OURS);
    }

    @Test
    void servicesDoNotKnowEachOther() {
        ArchRule rule = CompositeArchRule.of(List.of(
                onlyItself("ingest"),
                onlyItself("catalog"),
                onlyItself("search"),
                onlyItself("render"),
                commonKnowsNone()));
        rule.check(OURS);
    }

    private static ArchRule onlyItself(String service) {
        String[] others = List.of("ingest", "catalog", "search", "render").stream()
                .filter(other -> !other.equals(service))
                .map(other -> "io.paperpress." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("io.paperpress." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true);
    }

    private static ArchRule commonKnowsNone() {
        return noClasses()
                .that()
                .resideInAPackage("io.paperpress.common..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.paperpress.ingest..",
                        "io.paperpress.catalog..",
                        "io.paperpress.search..",
                        "io.paperpress.render..")
                .allowEmptyShould(true);
    }

    private static final class StandInANullMarkedPackage extends ArchCondition<JavaClass> {

        StandInANullMarkedPackage() {
            super("stand in a package annotated @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(type, marked, type.getName() + " has no @NullMarked package-info"));
        }
    }
}
