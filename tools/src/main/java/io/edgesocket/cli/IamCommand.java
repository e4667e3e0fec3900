package io.edgesocket.cli;

import io.edgesocket.cli.call.DebugOption;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.Output;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.project.Project;
import io.edgesocket.iam.GitHubRepository;
import io.edgesocket.iam.Granted;
import io.edgesocket.iam.Policy;
import io.edgesocket.iam.RightsText;
import io.edgesocket.iam.StackRights;
import io.edgesocket.iam.StateRights;
import io.edgesocket.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "iam",
        mixinStandardHelpOptions = true,
        description =
                "Shows which rights in AWS it takes to deploy and to preview a stack, made from its plan. With --role it "
                        + "prints that role's policy, for the AWS CLI.")
final class IamCommand implements Callable<Integer> {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    @Spec
    private CommandSpec command;

    @Mixin
    private StackOption stack;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "${COMPLETION-CANDIDATES}: print this role's policy alone, as JSON.")
    private Optional<Role> role;

    @Option(
            names = "--part",
            paramLabel = "NUMBER",
            description = "With --role: print this part alone, which fits into a managed policy. The first is 1.")
    private Optional<Integer> part;

    @Option(
            names = "--trust",
            description = "With --role: print who may take the role: jobs of --repository in the environment STACK of "
                    + "GitHub, or in STACK-preview.")
    private boolean trust;

    @Option(
            names = "--repository",
            paramLabel = "OWNER/NAME",
            description =
                    "The repository on GitHub. OWNER@NUMBER/NAME@NUMBER names it by its numbers too, as new tokens do.")
    private Optional<String> repository;

    @Option(
            names = "--account",
            paramLabel = "NUMBER",
            description = "The AWS account, of 12 digits. Default: any, which is the one that the role is in.")
    private Optional<String> account;

    @Option(
            names = "--backend",
            paramLabel = "URL",
            description = "Where Pulumi keeps the state, such as s3://my-states. Default: what Pulumi.yaml says.")
    private Optional<String> backend;

    @Mixin
    private Output output;

    @Mixin
    private DebugOption debug;

    enum Role {
        deploy,
        preview
    }

    @Override
    public Integer call() {
        output.print(trust ? trustPolicy() : role.map(this::policy).orElseGet(this::listing));
        return ExitCode.DONE;
    }

    private String trustPolicy() {
        var environment = role.map(of -> of == Role.deploy
                        ? stack.config().stack()
                        : stack.config().stack() + "-preview")
                .orElseThrow(() -> wrong("--trust needs --role"));
        var written = repository.orElseThrow(() -> wrong("--trust needs --repository, such as acme/chat"));
        var number = account().orElseThrow(() -> wrong("--trust needs --account: a principal names its account"));
        return GitHubRepository.of(written)
                .orElseThrow(
                        () -> wrong("--repository " + written + " is no repository on GitHub: write OWNER/NAME, or "
                                + "with both numbers OWNER@NUMBER/NAME@NUMBER"))
                .trust(number, environment)
                .json();
    }

    private String policy(Role of) {
        var rights = rights();
        var policy = of == Role.deploy ? Policy.toDeploy(rights) : Policy.toPreview(rights);
        var parts = policy.parts();
        if (part.isPresent()) {
            return part.filter(number -> number >= 1 && number <= parts.size())
                    .map(number -> parts.get(number - 1).json())
                    .orElseThrow(() -> wrong("--part " + part.get() + ": there are the parts 1 to " + parts.size()));
        }
        if (policy.size() > Policy.INLINE_MAX) {
            warn("this is too long for a role's own policies, which have " + Policy.INLINE_MAX
                    + " characters together: make " + parts.size() + " managed policies, with --part 1 to --part "
                    + parts.size());
        }
        return policy.json();
    }

    private String listing() {
        return RightsText.render(stack.config().stack(), rights());
    }

    private List<Granted> rights() {
        var registrations = stack.registrations();
        tell(registrations);
        var number = account().orElse("*");
        var state = new StateRights(registrations.project(), registrations.stack(), number);
        return Stream.of(
                        StackRights.of(registrations, stack.config(), number).stream(),
                        backend.or(project()::backend).stream().flatMap(url -> state.ofBackend(url).stream()),
                        project().secretsProvider(registrations.stack()).stream()
                                .flatMap(provider -> state.ofSecrets(provider).stream()))
                .flatMap(granted -> granted)
                .toList();
    }

    private void tell(Registrations registrations) {
        StackRights.unknownTypes(registrations)
                .forEach(type -> warn("it isn't known here what " + type + " needs: add it to the policies yourself"));
        if (backend.or(project()::backend).isEmpty()) {
            warn("Pulumi.yaml names no backend: if the state is in a bucket, give it with --backend s3://…");
        }
    }

    private Optional<String> account() {
        account.filter(number -> !ACCOUNT.matcher(number).matches()).ifPresent(number -> {
            throw wrong("--account " + number + " is no AWS account: it has 12 digits");
        });
        return account;
    }

    private static Project project() {
        return Project.at(StackOption.FOLDER);
    }

    private void warn(String text) {
        command.commandLine().getErr().println("warning: " + Printable.of(text));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
