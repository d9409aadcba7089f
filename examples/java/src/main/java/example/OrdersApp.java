package example;

import io.github.cdkapiusageanalytics.ApiUsageAnalytics;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.ApiKeyOptions;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.Period;
import software.amazon.awscdk.services.apigateway.QuotaSettings;
import software.amazon.awscdk.services.apigateway.Resource;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.UsagePlan;
import software.amazon.awscdk.services.apigateway.UsagePlanPerApiStage;
import software.amazon.awscdk.services.apigateway.UsagePlanProps;

public final class OrdersApp {
    private OrdersApp() {
    }

    public static void main(final String[] args) {
        App app = new App();
        Stack stack = new Stack(app, "OrdersApi");
        RestApi api = ordersApi(stack);

        // Analyse the usage of the API.
        ApiUsageAnalytics.Builder.create(stack, "Usage").stages(List.of(api.getDeploymentStage())).build();

        app.synth();
    }

    /** A typical API: methods that require an API key, usage plans, and the keys of customers. */
    private static RestApi ordersApi(final Stack stack) {
        RestApi api = RestApi.Builder.create(stack, "Orders")
            .defaultMethodOptions(MethodOptions.builder().apiKeyRequired(true).build())
            .build();
        Resource orders = api.getRoot().addResource("v1").addResource("orders");
        orders.addMethod("GET");
        orders.addMethod("POST");
        orders.addResource("{orderId}").addMethod("GET");

        List<UsagePlanPerApiStage> stages = List.of(UsagePlanPerApiStage.builder().stage(api.getDeploymentStage()).build());
        QuotaSettings monthly = QuotaSettings.builder().limit(1000).period(Period.MONTH).build();
        UsagePlan free = api.addUsagePlan("Free", UsagePlanProps.builder().name("Free").apiStages(stages).quota(monthly).build());
        UsagePlan enterprise = api.addUsagePlan("Enterprise", UsagePlanProps.builder().name("Enterprise").apiStages(stages).build());
        free.addApiKey(api.addApiKey("Umbrella", ApiKeyOptions.builder().apiKeyName("Umbrella").build()));
        enterprise.addApiKey(api.addApiKey("Initech", ApiKeyOptions.builder().apiKeyName("Initech").build()));
        return api;
    }
}
