/** How a stage is given its access log. */
export class StageAttachment {
  /**
   * In the template that makes the stage. Nothing is added to it, and the stage's stack is deployed after the pipeline's.
   */
  public static template(): StageAttachment {
    return new StageAttachment('template');
  }

  /**
   * By a custom resource in the pipeline's stack, which changes the stage where it is, once it is there. This is the way
   * for a stage that another app, a template or a person made; and for a stage of this app whose stack must be deployed
   * before the pipeline's.
   *
   * CloudFormation's drift detection shows the access log as a change in the stack that made the stage.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html
   */
  public static customResource(): StageAttachment {
    return new StageAttachment('customResource');
  }

  /** @internal */
  public readonly _way: 'template' | 'customResource';

  private constructor(way: 'template' | 'customResource') {
    this._way = way;
  }
}
