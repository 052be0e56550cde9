package io.paperpress.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Writing and reading meet in the index and in how words are cut, nowhere else. */
@AnalyzeClasses(packages = "io.paperpress.search", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.paperpress.search.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule wordsArePlainJava = noClasses()
            .that()
            .resideInAPackage("..search.words..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "co.elastic..", "io.paperpress.common..");

    @ArchTest
    static final ArchRule readingKnowsNothingOfWriting = noClasses()
            .that()
            .resideInAnyPackage("..search.query..", "..search.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..search.indexing..");

    @ArchTest
    static final ArchRule theWebKnowsNothingOfElasticsearch = noClasses()
            .that()
            .resideInAPackage("..search.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..search.elasticsearch..", "co.elastic..");
}
