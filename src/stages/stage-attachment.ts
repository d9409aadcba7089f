/** The resource that sets the access log. */
export type AttachmentWay = 'template' | 'customResource';

/**
 * What sets the access log of a stage.
 *
 * @example
 * usage.addStage(stage, { attachment: StageAttachment.customResource() });
 */
export class StageAttachment {
  /**
   * The template that declares the stage. It gets no further resources. The stack of the stage is deployed after the stack
   * of the pipeline.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-accesslogsetting.html
   */
  public static template(): StageAttachment {
    return new StageAttachment('template');
  }

  /**
   * A custom resource in the stack of the pipeline, which changes the existing stage. Use it for stages from outside this
   * app, and for a stage of this app whose stack must be deployed before the stack of the pipeline.
   *
   * Drift detection shows the access log as a change in the stack that owns the stage.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html
   */
  public static customResource(): StageAttachment {
    return new StageAttachment('customResource');
  }

  /** @internal */
  public readonly _requested: AttachmentWay;

  private constructor(requested: AttachmentWay) {
    this._requested = requested;
  }
}
