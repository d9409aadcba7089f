import { Definition } from '../definition';
import { DataSetScope } from './data-set-scope';
import { ParameterValues, rollingDateSql } from './parameter-values';
import { VisualStatement } from './visual-statement';

const ANY_TIME = new Date(0);

/** Makes every statement of a definition, so that an expression that the preview does not know is refused before anything runs. */
export function checkStatements(definition: Definition): void {
  const { parameters, filterGroups, calculatedFields, sheets } = definition;
  const values: ParameterValues = new Map(parameters.map(({ name, type, values: texts }) =>
    [name, type === 'time' ? { type, instant: ANY_TIME.toISOString() } : { type, texts }]));
  const scope = (dataSet: string, grouped: ReadonlyMap<string, string> = new Map()) =>
    new DataSetScope(definition, dataSet, values, ANY_TIME, grouped);
  for (const { expression, path } of parameters) if (expression !== undefined) rollingDateSql(definition, expression, path, ANY_TIME);
  for (const filter of filterGroups.flatMap(({ filters }) => filters)) {
    scope(filter.column.dataSet).row(filter.column);
    for (const bound of filter.kind === 'timeRange' ? [filter.minimum, filter.maximum] : []) {
      if (bound && 'expression' in bound.value) rollingDateSql(definition, bound.value.expression, bound.path, ANY_TIME);
    }
  }
  for (const { dataSet, name, path } of calculatedFields) scope(dataSet).check(name, path);
  for (const { elements, controls } of sheets) {
    for (const { values: linked } of controls) if (linked && 'dataSet' in linked) scope(linked.dataSet).row(linked);
    for (const element of elements) {
      if (!('visual' in element)) continue;
      const { visual } = element;
      const { dataSet } = [...visual.dimensions.map(({ field }) => field), ...visual.values][0].column;
      const statement = new VisualStatement(visual, { rows: '', weekStart: definition.weekStart, scope: (grouped) => scope(dataSet, grouped) });
      if (visual.aggregated) statement.grouped(visual.dimensions.map((_, index) => index));
      else statement.unaggregated();
    }
  }
}
