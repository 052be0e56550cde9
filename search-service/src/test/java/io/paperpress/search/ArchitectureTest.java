package io.paperpress.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.paperpress.common.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** Writing and reading meet in the indexes and in how words are cut, nowhere else. */
class ArchitectureTest extends ArchitectureRules {

    private static final JavaClasses SEARCH = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.paperpress.search");

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        ArchRule rule = SlicesRuleDefinition.slices()
                .matching("io.paperpress.search.(*)..")
                .should()
                .beFreeOfCycles();
        rule.check(SEARCH);
    }

    @Test
    void wordsArePlainJava() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("io.paperpress.search.words..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "co.elastic..", "io.paperpress.common..");
        rule.check(SEARCH);
    }

    @Test
    void readingKnowsNothingOfWriting() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage("io.paperpress.search.query..", "io.paperpress.search.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.paperpress.search.indexing..");
        rule.check(SEARCH);
    }

    @Test
    void theWebKnowsNothingOfElasticsearch() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("io.paperpress.search.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.paperpress.search.elasticsearch..", "co.elastic..");
        rule.check(SEARCH);
    }
}
