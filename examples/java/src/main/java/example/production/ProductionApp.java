package example.production;

import software.amazon.awscdk.App;
import software.amazon.awscdk.StackProps;

public final class ProductionApp {
    private ProductionApp() {
    }

    public static void main(final String[] args) {
        App app = new App();
        OrdersApiStack api = new OrdersApiStack(app, "OrdersApi", StackProps.builder().build());
        new AnalyticsStack(app, "Analytics", StackProps.builder().suppressTemplateIndentation(true).build(), api.getStages());
        app.synth();
    }
}
