package io.edgesocket.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.Failures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Where {@code local} can't listen, and what it can't serve, which is told before anything starts. */
class LocalPlaceTest {
    private final StringWriter err = new StringWriter();

    @Test
    void an_address_of_another_machine_is_wrong_usage() {
        assertThat(run("--bind", "203.0.113.7")).isEqualTo(ExitCode.USAGE);
        assertThat(err)
                .hasToString("error: --bind 203.0.113.7: this machine has no such address; "
                        + "give one of its own, such as 127.0.0.1\n");
    }

    @Test
    void one_port_for_both_is_wrong_usage() {
        assertThat(run("--port", "9000", "--api-port", "9000")).isEqualTo(ExitCode.USAGE);
        assertThat(err)
                .hasToString(
                        "error: --port and --api-port are both 9000: give CloudFront and API Gateway a port each\n");
    }

    @ParameterizedTest
    @CsvSource({"--port, 99999", "--api-port, -5", "--console-port, http"})
    void what_is_no_port_is_wrong_usage(String option, String port) {
        assertThat(run(option, port)).isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains(option, "\"" + port + "\" is no port: give 0, for any free one, to 65535");
    }

    @Test
    void a_site_s_folder_that_is_not_there_is_wrong_usage() {
        assertThat(run("--site", "my-site=no/such/folder")).isEqualTo(ExitCode.USAGE);
        assertThat(err)
                .hasToString("error: --site my-site=no/such/folder: there is no such folder; "
                        + "build the site, or name the folder that has its files\n");
    }

    @Test
    void what_is_no_address_of_an_origin_is_wrong_usage() {
        assertThat(run("--origin", "/api=127.0.0.1:3000")).isEqualTo(ExitCode.USAGE);
        assertThat(err)
                .hasToString("error: --origin /api=127.0.0.1:3000: give a scheme, a host and a port, and no path, "
                        + "such as /api=http://127.0.0.1:3000\n");
    }

    @Test
    void a_fault_of_a_route_that_is_not_there_is_wrong_usage() {
        assertThat(run("--fault", "fail:pong", "--port", "0", "--api-port", "0", "--quiet"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err)
                .asString()
                .startsWith("error: --fault fail:pong: there is no route \"pong\", but \"ping\"; there are $connect, ");
    }

    @Test
    void what_is_no_fault_is_wrong_usage() {
        assertThat(run("--fault", "explode:ping")).isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().startsWith("error: --fault \"explode:ping\" is no fault: write delay:ROUTE=");
    }

    private int run(String option, String value, String... more) {
        var arguments = new ArrayList<>(List.of("--stack", "dev", option, value));
        arguments.addAll(List.of(more));
        return new CommandLine(new LocalCommand())
                .setExecutionExceptionHandler(new Failures())
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
