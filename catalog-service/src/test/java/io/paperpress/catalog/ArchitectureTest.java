package io.paperpress.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.paperpress.common.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureRules {

    private static final JavaClasses CATALOG = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.paperpress.catalog");

    @Test
    void whatDecidesIsPlainJava() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(
                        "io.paperpress.catalog.paper..",
                        "io.paperpress.catalog.identity..",
                        "io.paperpress.catalog.list..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "tools.jackson..", "org.slf4j..");
        rule.check(CATALOG);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        ArchRule rule = SlicesRuleDefinition.slices()
                .matching("io.paperpress.catalog.(*)..")
                .should()
                .beFreeOfCycles();
        rule.check(CATALOG);
    }

    @Test
    void readersDoNotDecide() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("io.paperpress.catalog.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.paperpress.catalog.intake..");
        rule.check(CATALOG);
    }
}
