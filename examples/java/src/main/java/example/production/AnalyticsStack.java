package example.production;

import io.github.cdkapiusageanalytics.AccessLogColumn;
import io.github.cdkapiusageanalytics.ApiUsageAnalytics;
import io.github.cdkapiusageanalytics.BarVisualOptions;
import io.github.cdkapiusageanalytics.DailyRefreshOptions;
import io.github.cdkapiusageanalytics.DashboardOptions;
import io.github.cdkapiusageanalytics.DashboardRefresh;
import io.github.cdkapiusageanalytics.QuickSightPrincipal;
import io.github.cdkapiusageanalytics.QuickSightPrincipalOptions;
import io.github.cdkapiusageanalytics.RecordFormat;
import io.github.cdkapiusageanalytics.TextAccessLogColumnOptions;
import io.github.cdkapiusageanalytics.UsageQuestion;
import io.github.cdkapiusageanalytics.UsageVisual;
import io.github.cdkapiusageanalytics.VisualQuestionOptions;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.apigateway.Stage;
import software.constructs.Construct;

/** The pipeline, the tables and the dashboard. This stack is deployed before that of the API. */
public final class AnalyticsStack extends Stack {
    public AnalyticsStack(final Construct scope, final String id, final StackProps props, final List<Stage> stages) {
        super(scope, id, props);
        ApiUsageAnalytics.Builder.create(this, "Usage")
            .stages(stages)
            .format(RecordFormat.parquet())
            .extraColumns(List.of(tenant()))
            .questions(List.of(requestsByTenant()))
            .dashboard(dashboard())
            .build();
    }

    private static AccessLogColumn tenant() {
        return AccessLogColumn.text("tenant", "$context.authorizer.tenant",
            TextAccessLogColumnOptions.builder().comment("Tenant that the authorizer returned.").build());
    }

    private static UsageQuestion requestsByTenant() {
        return UsageQuestion.visual(VisualQuestionOptions.builder()
            .id("requests-by-tenant")
            .title("Requests by tenant")
            .question("Which tenants send the most requests this month?")
            .sheet("Customers")
            .view("requests")
            .visual(UsageVisual.bar(BarVisualOptions.builder().dimension("tenant").measures(List.of("ok", "errors")).build()))
            .build());
    }

    private static DashboardOptions dashboard() {
        return DashboardOptions.builder()
            .title("Orders API usage")
            .readers(List.of(QuickSightPrincipal.group("owners", QuickSightPrincipalOptions.builder().identityRegion("us-east-1").build())))
            .refresh(DashboardRefresh.daily(DailyRefreshOptions.builder().time("05:00").timeZone("Europe/Berlin").build()))
            .build();
    }
}
