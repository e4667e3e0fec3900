package io.edgesocket.components.monitoring;

import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.internal.Arn;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Placeholder;
import java.util.Map;

/**
 * The way of a message on one page of CloudWatch: through the distribution, through the API, to its functions, and below
 * that what API Gateway refused. A dashboard isn't in a region, so its name has the project and the stack in it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html">Dashboard
 *      body</a>
 */
public final class MessageDashboard extends ComponentResource {
    static final String TYPE = "edgesocket:aws:MessageDashboard";

    /** @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html">PutDashboard</a> */
    private static final int NAME_MAX = 255;

    private final Dashboard dashboard;

    public MessageDashboard(String name, MessageDashboardArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /** @throws InvalidArgumentsException if there is nothing to show; nothing is registered then */
    public MessageDashboard(String name, MessageDashboardArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        var children = new Children(this, name, args.transform);
        dashboard = children.add(
                Dashboard::new,
                "",
                DashboardArgs.builder()
                        .dashboardName(children.plainNameInAws(NAME_MAX))
                        .dashboardBody(shown(args).applyValue(DashboardBody::of))
                        .build());
        registerOutputs(Map.of("dashboardName", dashboard.dashboardName()));
    }

    public Dashboard dashboard() {
        return dashboard;
    }

    /** What the body names, under the keys that {@link DashboardBody} knows. */
    private static Output<Map<String, String>> shown(MessageDashboardArgs args) {
        var shown = Output.<String>mapBuilder();
        args.cdn.ifPresent(cdn -> shown.put(DashboardBody.DISTRIBUTION, cdn.distributionId()));
        args.api.ifPresent(api -> {
            shown.put(DashboardBody.REGION, api.executionArn().applyValue(Arn::region));
            shown.put(DashboardBody.API, api.id());
            shown.put(DashboardBody.STAGE, Output.of(api.stageName()));
            api.watchedFunctions()
                    .forEach((name, function) -> shown.put(DashboardBody.FUNCTION + name, function.functionName()));
            api.accessLogGroup()
                    .map(group -> Placeholder.ifAbsent(group.name(), group, "name"))
                    .ifPresent(group -> shown.put(DashboardBody.ACCESS_LOGS, group));
        });
        return shown.build();
    }
}
