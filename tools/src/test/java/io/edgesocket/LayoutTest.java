package io.edgesocket;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.edgesocket.components.PulumiRuntime;

/** What each package may use. */
@AnalyzeClasses(packages = "io.edgesocket", importOptions = DoNotIncludeTests.class)
class LayoutTest {

    /** Gson is part of what the Pulumi SDK offers: {@code Output.ofJson} takes and gives its values. */
    @ArchTest
    static final ArchRule components_use_the_pulumi_sdks_and_nothing_else = classes()
            .that()
            .resideInAPackage("io.edgesocket.components..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgesocket.components..", "com.pulumi..", "com.google.gson..", "java..", "javax.annotation..");

    @ArchTest
    static final ArchRule handlers_use_the_lambda_libraries_and_nothing_else = classes()
            .that()
            .resideInAPackage("io.edgesocket.handlers..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgesocket.handlers..",
                    "io.edgesocket.connections..",
                    "com.amazonaws..",
                    "software.amazon..",
                    "java..");

    @ArchTest
    static final ArchRule the_function_that_lets_users_in_uses_the_lambda_and_jwt_libraries_and_nothing_else = classes()
            .that()
            .resideInAPackage("io.edgesocket.users..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgesocket.users..", "com.amazonaws..", "com.nimbusds..", "java..", "javax.net.ssl..");

    @ArchTest
    static final ArchRule what_keeps_connections_uses_the_lambda_libraries_and_nothing_else = classes()
            .that()
            .resideInAPackage("io.edgesocket.connections..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.edgesocket.connections..", "com.amazonaws..", "software.amazon..", "java..");

    @ArchTest
    static final ArchRule settings_use_the_components_values_at_most = noClasses()
            .that()
            .resideInAPackage("io.edgesocket.settings..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgesocket.engine..",
                    "io.edgesocket.plan..",
                    "io.edgesocket.cli..",
                    "io.edgesocket.handlers..",
                    "io.edgesocket.users..",
                    "io.edgesocket.connections..",
                    "io.edgesocket");

    @ArchTest
    static final ArchRule the_engine_knows_nothing_of_what_it_runs = noClasses()
            .that()
            .resideInAPackage("io.edgesocket.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgesocket.components..",
                    "io.edgesocket.settings..",
                    "io.edgesocket.handlers..",
                    "io.edgesocket.users..",
                    "io.edgesocket.connections..",
                    "io.edgesocket.plan..",
                    "io.edgesocket.cli..",
                    "io.edgesocket",
                    "com.pulumi.aws..");

    @ArchTest
    static final ArchRule text_is_made_fit_to_be_shown_with_java_alone = classes()
            .that()
            .resideInAPackage("io.edgesocket.text..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.edgesocket.text..", "java..");

    @ArchTest
    static final ArchRule what_is_known_of_cloudfront_needs_java_alone = classes()
            .that()
            .resideInAPackage("io.edgesocket.cloudfront..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.edgesocket.cloudfront..", "java..");

    @ArchTest
    static final ArchRule a_program_is_compiled_with_java_and_guava_s_files = classes()
            .that()
            .resideInAPackage("io.edgesocket.compile..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.edgesocket.compile..", "java..", "javax.tools..", "com.google.common.io..");

    @ArchTest
    static final ArchRule a_project_and_its_stacks_are_made_with_java_and_yaml_alone = classes()
            .that()
            .resideInAPackage("io.edgesocket.init..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.edgesocket.init..", "java..", "javax.lang.model..", "org.snakeyaml.engine..");

    @ArchTest
    static final ArchRule rights_are_made_from_what_the_engine_records = classes()
            .that()
            .resideInAPackage("io.edgesocket.iam..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgesocket.iam..",
                    "io.edgesocket.engine..",
                    "io.edgesocket.plan",
                    "io.edgesocket.text..",
                    "com.fasterxml.jackson.databind..",
                    "java..",
                    "org.snakeyaml.engine..");

    @ArchTest
    static final ArchRule a_probe_needs_java_and_knows_the_plan_alone = classes()
            .that()
            .resideInAPackage("io.edgesocket.probe..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgesocket.probe..",
                    "io.edgesocket.plan",
                    "io.edgesocket.cloudfront..",
                    "io.edgesocket.text..",
                    "com.fasterxml.jackson..",
                    "java..",
                    "javax.net.ssl..",
                    "javax.security.auth.x500..",
                    "javax.xml.stream..");

    @ArchTest
    static final ArchRule a_plan_is_made_of_the_engine_s_records = noClasses()
            .that()
            .resideInAPackage("io.edgesocket.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgesocket.components..",
                    "io.edgesocket.settings..",
                    "io.edgesocket.handlers..",
                    "io.edgesocket.users..",
                    "io.edgesocket.connections..",
                    "io.edgesocket.cli..",
                    "io.edgesocket",
                    "com.pulumi..");

    @ArchTest
    static final ArchRule a_revision_is_planned_by_its_own_launcher = noClasses()
            .that()
            .resideInAPackage("io.edgesocket.revision..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgesocket.components..",
                    "io.edgesocket.settings..",
                    "io.edgesocket.handlers..",
                    "io.edgesocket.users..",
                    "io.edgesocket.connections..",
                    "io.edgesocket.local..",
                    "io.edgesocket.cli..",
                    "io.edgesocket",
                    "com.pulumi..");

    @ArchTest
    static final ArchRule the_local_run_reads_what_was_registered_and_nothing_else = noClasses()
            .that()
            .resideInAPackage("io.edgesocket.local..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgesocket.components..",
                    "io.edgesocket.settings..",
                    "io.edgesocket.handlers..",
                    "io.edgesocket.users..",
                    "io.edgesocket.connections..",
                    "io.edgesocket.plan..",
                    "io.edgesocket.cli..",
                    "io.edgesocket",
                    "com.pulumi..");

    @ArchTest
    static final ArchRule the_console_knows_what_the_journal_tells_and_nothing_else = noClasses()
            .that()
            .resideInAPackage("io.edgesocket.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgesocket.components..",
                    "io.edgesocket.settings..",
                    "io.edgesocket.handlers..",
                    "io.edgesocket.users..",
                    "io.edgesocket.plan..",
                    "io.edgesocket.cli..",
                    "io.edgesocket.engine..",
                    "io.edgesocket.local",
                    "io.edgesocket.local.apigateway..",
                    "io.edgesocket.local.cloudfront..",
                    "io.edgesocket.local.lambda..",
                    "io.edgesocket",
                    "com.pulumi..");

    /** What users of the components have on their class path anyway; the rest comes with the SDK. */
    @ArchTest
    static final ArchRule the_test_kit_uses_the_pulumi_sdk_what_it_brings_and_how_it_is_set_up = classes()
            .that()
            .resideInAPackage("io.edgesocket.testing..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "io.edgesocket.testing..",
                            "com.pulumi..",
                            "com.google.common.collect..",
                            "com.google.gson..",
                            "org.yaml.snakeyaml..",
                            "java..")
                    .or(belongToAnyOf(PulumiRuntime.class)));

    @ArchTest
    static final ArchRule a_program_is_started_by_java_alone = classes()
            .that()
            .resideInAPackage("io.edgesocket.start..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.edgesocket.start..", "java..");

    /** The settings' listing and schema, mistakes in settings, what they are in a stack, and a stack to rehearse with are about our own. */
    @ArchTest
    static final ArchRule the_tools_know_no_program_and_the_library_in_four_places_only = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.edgesocket.engine..",
                    "io.edgesocket.plan..",
                    "io.edgesocket.local..",
                    "io.edgesocket.probe..",
                    "io.edgesocket.text..",
                    "io.edgesocket.cli..")
            .and()
            .resideOutsideOfPackage("io.edgesocket.cli.rehearsal")
            .and()
            .doNotHaveSimpleName("SettingsCommand")
            .and()
            .doNotHaveSimpleName("StackSettings")
            .and()
            .doNotHaveSimpleName("Failures")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.edgesocket",
                    "io.edgesocket.handlers..",
                    "io.edgesocket.users..",
                    "io.edgesocket.connections..",
                    "io.edgesocket.components..",
                    "io.edgesocket.settings..");

    /** Each of these says why it needs what the SDK keeps to itself. */
    @ArchTest
    static final ArchRule few_classes_use_the_sdk_s_internals = noClasses()
            .that()
            .resideOutsideOfPackage("io.edgesocket.engine..")
            .and()
            .doNotHaveFullyQualifiedName("io.edgesocket.settings.ConfigKeys")
            .and()
            .doNotHaveFullyQualifiedName("io.edgesocket.testing.StackTest")
            .and()
            .doNotHaveFullyQualifiedName("io.edgesocket.components.api.DeploymentTriggers")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.pulumi..internal..", "pulumirpc..");

    @ArchTest
    static final ArchRule packages_form_no_cycles = SlicesRuleDefinition.slices()
            .matching("io.edgesocket.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule the_parts_of_the_local_run_form_no_cycles = SlicesRuleDefinition.slices()
            .matching("io.edgesocket.local.(**)")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_is_named_util_or_impl = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl");
}
