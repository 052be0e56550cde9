package io.paperpress.render;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.paperpress.common.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureRules {

    @Test
    void eachPackageKnowsOnlyThoseBeforeIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy("io.paperpress.render.model")
                .layer("pages")
                .definedBy("io.paperpress.render.pages")
                .layer("publish")
                .definedBy("io.paperpress.render.publish")
                .layer("web")
                .definedBy("io.paperpress.render.web")
                .whereLayer("web")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("publish")
                .mayOnlyBeAccessedByLayers("web")
                .whereLayer("pages")
                .mayOnlyBeAccessedByLayers("publish", "web")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.paperpress.render"));
    }
}
