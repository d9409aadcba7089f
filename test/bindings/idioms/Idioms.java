package example;

import io.github.cdkapiusageanalytics.AccessLogColumn;
import io.github.cdkapiusageanalytics.AddStageOptions;
import io.github.cdkapiusageanalytics.ApiUsageAnalytics;
import io.github.cdkapiusageanalytics.BarVisualOptions;
import io.github.cdkapiusageanalytics.UsageQuestion;
import io.github.cdkapiusageanalytics.UsageVisual;
import io.github.cdkapiusageanalytics.VisualQuestionOptions;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.CfnStage;
import software.amazon.awscdk.services.apigateway.IRestApi;
import software.amazon.awscdk.services.apigateway.IStage;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.Stage;
import software.amazon.awscdk.services.apigateway.StageAttributes;

public final class Idioms {
    private Idioms() {
    }

    public static void main(final String[] args) {
        App app = new App();
        Stack stack = new Stack(app, "OrdersApi");
        RestApi api = new RestApi(stack, "Orders");
        api.getRoot().addMethod("GET");

        // Every kind of stage is an element of the same list.
        CfnStage trial = CfnStage.Builder.create(stack, "Trial")
            .restApiId(api.getRestApiId())
            .deploymentId(api.getLatestDeployment().getDeploymentId())
            .stageName("trial")
            .build();
        IRestApi restApi = RestApi.fromRestApiId(stack, "Theirs", "a1b2c3d4e5");
        IStage imported = stage(stack, "Imported", restApi, "prod");
        ApiUsageAnalytics usage = ApiUsageAnalytics.Builder.create(stack, "Usage")
            .stages(List.of(api.getDeploymentStage(), trial, imported))
            .build();

        // An optional struct can be left out, or built.
        IStage other = stage(stack, "Other", restApi, "beta");
        IStage another = stage(stack, "Another", restApi, "alpha");
        usage.addStage(other);
        usage.addStage(another, AddStageOptions.builder().replaceAccessLog(true).build());
        app.synth();

        UsageVisual visual = UsageVisual.bar(BarVisualOptions.builder().dimension("tenant").build());
        UsageQuestion tenants = UsageQuestion.visual(
            VisualQuestionOptions.builder().id("tenants").title("Tenants").question("Who?").view("requests").visual(visual).build());
        List<String> messages = List.of(
            message(() -> usage().tableName("my-table").build()),
            message(() -> usage().extraColumns(List.of(AccessLogColumn.text("tenantId", "$context.authorizer.tenantId"))).build()),
            message(() -> usage().questions(List.of(tenants)).build()),
            message(() -> usage.addStage(other)));
        System.out.print(String.join("\f", messages));
    }

    private static IStage stage(final Stack stack, final String id, final IRestApi restApi, final String stageName) {
        return Stage.fromStageAttributes(stack, id, StageAttributes.builder().restApi(restApi).stageName(stageName).build());
    }

    private static ApiUsageAnalytics.Builder usage() {
        return ApiUsageAnalytics.Builder.create(new Stack(), "Usage");
    }

    private static String message(final Runnable mistake) {
        try {
            mistake.run();
            return "nothing is thrown";
        } catch (RuntimeException error) {
            return error.getMessage();
        }
    }
}
