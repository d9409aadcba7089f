package example.production;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.apigateway.ApiKeyOptions;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.Period;
import software.amazon.awscdk.services.apigateway.QuotaSettings;
import software.amazon.awscdk.services.apigateway.Resource;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.Stage;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.apigateway.ThrottleSettings;
import software.amazon.awscdk.services.apigateway.UsagePlan;
import software.amazon.awscdk.services.apigateway.UsagePlanPerApiStage;
import software.amazon.awscdk.services.apigateway.UsagePlanProps;
import software.constructs.Construct;

/** The API as it was: a stage for customers and one for trials, usage plans and keys. It does not know the pipeline. */
public final class OrdersApiStack extends Stack {
    private final List<Stage> stages;

    public OrdersApiStack(final Construct scope, final String id, final StackProps props) {
        super(scope, id, props);
        RestApi api = RestApi.Builder.create(this, "Orders")
            .defaultMethodOptions(MethodOptions.builder().apiKeyRequired(true).build())
            .deployOptions(StageOptions.builder().stageName("prod").build())
            .build();
        Resource orders = api.getRoot().addResource("v1").addResource("orders");
        orders.addMethod("GET");
        orders.addMethod("POST");
        orders.addResource("{orderId}").addMethod("GET");
        Stage trial = Stage.Builder.create(this, "Trial").deployment(api.getLatestDeployment()).stageName("trial").build();

        UsagePlanPerApiStage forCustomers = UsagePlanPerApiStage.builder().stage(api.getDeploymentStage()).build();
        UsagePlanPerApiStage forTrials = UsagePlanPerApiStage.builder().stage(trial).build();
        UsagePlan free = api.addUsagePlan("Free", UsagePlanProps.builder()
            .name("Free")
            .apiStages(List.of(forTrials))
            .quota(QuotaSettings.builder().limit(1000).period(Period.MONTH).build())
            .throttle(ThrottleSettings.builder().rateLimit(10).burstLimit(20).build())
            .build());
        UsagePlan enterprise = api.addUsagePlan("Enterprise", UsagePlanProps.builder()
            .name("Enterprise")
            .apiStages(List.of(forCustomers, forTrials))
            .build());
        // API Gateway generates the values of the keys.
        free.addApiKey(api.addApiKey("Umbrella", ApiKeyOptions.builder().apiKeyName("Umbrella").build()));
        enterprise.addApiKey(api.addApiKey("Initech", ApiKeyOptions.builder().apiKeyName("Initech").build()));
        stages = List.of(api.getDeploymentStage(), trial);
    }

    public List<Stage> getStages() {
        return stages;
    }
}
