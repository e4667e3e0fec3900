package io.edgesocket.handlers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.edgesocket.handlers", importOptions = DoNotIncludeTests.class)
class HandlersStandAloneTest {

    @ArchTest
    static final ArchRule HANDLERS_USE_WHAT_IS_DEPLOYED_WITH_THEM = classes()
            .should().onlyDependOnClassesThat().resideInAnyPackage(
                    "io.edgesocket.handlers..", "com.amazonaws.services.lambda..", "software.amazon.awssdk..", "java..");
}
