package io.edgesocket;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Stream;

/** Which rooms of a package may use which: no arrow upwards, and no circle. */
@AnalyzeClasses(packages = "io.edgesocket", importOptions = DoNotIncludeTests.class)
class RoomsTest {
    private static final String COMPONENTS = "io.edgesocket.components";
    private static final String CLI = "io.edgesocket.cli";

    @ArchTest
    static final ArchRule what_all_components_share_knows_none_of_them = uses("");

    @ArchTest
    static final ArchRule the_internal_room_knows_what_is_shared_alone = uses(".internal", "");

    @ArchTest
    static final ArchRule functions_know_no_other_component = uses(".functions", "", ".internal");

    @ArchTest
    static final ArchRule the_web_acl_knows_no_other_component = uses(".waf", "", ".internal");

    @ArchTest
    static final ArchRule authorization_knows_functions_and_no_api =
            uses(".authorization", "", ".internal", ".functions");

    @ArchTest
    static final ArchRule the_api_knows_functions_and_who_may_connect_and_not_cloudfront =
            uses(".api", "", ".internal", ".functions", ".authorization");

    @ArchTest
    static final ArchRule the_cdn_knows_what_it_stands_in_front_of =
            uses(".cdn", "", ".internal", ".behavior", ".functions", ".authorization", ".api", ".waf");

    @ArchTest
    static final ArchRule a_cache_behavior_knows_no_component = uses(".behavior", "", ".internal");

    @ArchTest
    static final ArchRule what_a_company_prescribes_knows_no_component = uses(".company", "", ".internal");

    @ArchTest
    static final ArchRule the_files_of_a_site_know_no_distribution = uses(".site", "", ".internal");

    @ArchTest
    static final ArchRule the_table_of_connections_knows_functions_and_no_api =
            uses(".connections", "", ".internal", ".functions");

    @ArchTest
    static final ArchRule names_know_the_cdn = uses(".domain", "", ".internal", ".api", ".cdn");

    @ArchTest
    static final ArchRule monitoring_knows_what_it_watches =
            uses(".monitoring", "", ".internal", ".functions", ".api", ".cdn");

    @ArchTest
    static final ArchRule nothing_but_components_uses_their_internal_room = noClasses()
            .that()
            .resideOutsideOfPackage(COMPONENTS + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(COMPONENTS + ".internal");

    @ArchTest
    static final ArchRule the_language_of_settings_knows_no_setting = noClasses()
            .that()
            .resideInAPackage("io.edgesocket.settings.schema")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.edgesocket.settings");

    @ArchTest
    static final ArchRule a_plan_knows_neither_differences_nor_drawing = noClasses()
            .that()
            .resideInAPackage("io.edgesocket.plan")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.edgesocket.plan.diff", "io.edgesocket.plan.preview", "io.edgesocket.plan.render");

    @ArchTest
    static final ArchRule a_difference_is_not_drawn_where_it_is_found = noClasses()
            .that()
            .resideInAnyPackage("io.edgesocket.plan.diff", "io.edgesocket.plan.preview")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.edgesocket.plan.render");

    @ArchTest
    static final ArchRule the_wire_knows_no_check = noClasses()
            .that()
            .resideInAPackage("io.edgesocket.probe.wire")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.edgesocket.probe", "io.edgesocket.probe.stack", "io.edgesocket.probe.report");

    @ArchTest
    static final ArchRule a_check_knows_neither_plans_nor_drawing = noClasses()
            .that()
            .resideInAPackage("io.edgesocket.probe")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.edgesocket.probe.stack", "io.edgesocket.probe.report", "io.edgesocket.plan..");

    @ArchTest
    static final ArchRule what_each_call_has_knows_no_command = commandsUse(".call");

    @ArchTest
    static final ArchRule commands_that_call_an_address_know_no_other_command = commandsUse(".client", ".call");

    @ArchTest
    static final ArchRule the_local_run_s_commands_know_of_the_others_those_that_call_an_address =
            commandsUse(".local", ".call", ".client");

    @ArchTest
    static final ArchRule what_runs_a_program_knows_no_project_s_files = noClasses()
            .that()
            .resideInAPackage("io.edgesocket.engine")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.edgesocket.engine.project");

    @ArchTest
    static final ArchRule a_pool_knows_no_runtime = noClasses()
            .that()
            .resideInAPackage("io.edgesocket.local.lambda.pool")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.edgesocket.local.lambda", "io.edgesocket.local.lambda.code");

    @ArchTest
    static final ArchRule no_rooms_form_a_circle = SlicesRuleDefinition.slices()
            .matching("io.edgesocket.(components|plan|settings|local|probe|cli).(**)")
            .should()
            .beFreeOfCycles();

    private static ArchRule uses(String room, String... others) {
        var rooms = Stream.concat(Stream.of(room), Stream.of(others)).map(COMPONENTS::concat);
        return classes()
                .that()
                .resideInAPackage(COMPONENTS + room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                rooms, Stream.of("com.pulumi..", "com.google.gson..", "java..", "javax.annotation.."))
                        .toArray(String[]::new));
    }

    /** Of the command's rooms, a room uses these alone. */
    private static ArchRule commandsUse(String room, String... others) {
        var rooms = Stream.concat(Stream.of(room), Stream.of(others)).map(CLI::concat);
        return noClasses()
                .that()
                .resideInAPackage(CLI + room)
                .should()
                .dependOnClassesThat(
                        resideInAPackage(CLI + "..").and(not(resideInAnyPackage(rooms.toArray(String[]::new)))));
    }
}
