import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { DataSet } from '../data-sets/data-set';

/** The calculated fields of a dashboard, each once. */
export class CalculatedFields {
  private readonly fields = new Map<string, quicksight.CfnDashboard.CalculatedFieldProperty>();

  public get all(): quicksight.CfnDashboard.CalculatedFieldProperty[] {
    return [...this.fields.values()];
  }

  /** Adds a field, and gives its name. */
  public add({ identifier }: DataSet, name: string, expression: string): string {
    this.fields.set(`${identifier}.${name}`, { dataSetIdentifier: identifier, name, expression });
    return name;
  }
}
