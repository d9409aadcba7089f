import { InputError } from '../input-error';
import { Column, Definition, Field, Filter, Sheet, Visual } from './definition';

/** Refuses a definition that refers to sheets, visuals, fields or parameters that it does not have. `name` is the dashboard's. */
export function checkDefinition(definition: Definition, name: string): void {
  const parameters = new Set(definition.parameters.map((parameter) => parameter.name));
  const hasParameter = (parameter: string, path: string) => has(parameters, parameter, 'parameter', path);
  const dataSets = new Set(definition.dataSets.keys());
  columnsOf(definition).forEach(({ dataSet, path }) => has(dataSets, dataSet, 'data set', path));
  definition.calculatedFields.forEach(({ dataSet, path }) => has(dataSets, dataSet, 'data set', path));
  for (const { filters, sheets } of definition.filterGroups) {
    for (const filter of filters) parametersOf(filter).forEach(({ parameter, path }) => hasParameter(parameter, path));
    for (const [id, visuals] of sheets) {
      has(new Set(definition.sheets.map((sheet) => sheet.id)), id, 'sheet', `${name}.Definition.FilterGroups`);
      const onSheet = new Set(visualsOf(definition.sheets.find((sheet) => sheet.id === id)!).map((visual) => visual.id));
      visuals?.forEach((visual) => has(onSheet, visual, 'visual', `${name}.Definition.FilterGroups, sheet ${id}`));
    }
  }
  for (const sheet of definition.sheets) {
    sheet.controls.forEach(({ parameter, path }) => hasParameter(parameter, path));
    for (const visual of visualsOf(sheet)) checkVisual(visual, definition, hasParameter);
  }
}

function columnsOf({ filterGroups, sheets }: Definition): Column[] {
  return [
    ...filterGroups.flatMap(({ filters }) => filters.map(({ column }) => column)),
    ...sheets.flatMap(visualsOf).flatMap(fieldsOf).map(({ column }) => column),
    ...sheets.flatMap(({ controls }) => controls).flatMap(({ values }) => values && 'dataSet' in values ? [values] : []),
  ];
}

function fieldsOf({ dimensions, values }: Visual): Field[] {
  return [...dimensions.map(({ field }) => field), ...values];
}

function checkVisual(visual: Visual, { sheets }: Definition, hasParameter: (name: string, path: string) => void): void {
  const { id, path, actions } = visual;
  const fields = fieldsOf(visual);
  if (fields.length === 0) throw new InputError(`${path}: the visual ${id} has no field.`);
  const other = fields.find(({ column }) => column.dataSet !== fields[0].column.dataSet);
  if (other) throw new InputError(`${other.column.path}: the visual ${id} has fields of two data sets, ${fields[0].column.dataSet} and ${other.column.dataSet}.`);
  for (const action of actions) {
    if (action.targetSheet !== undefined) has(new Set(sheets.map((sheet) => sheet.id)), action.targetSheet, 'sheet', action.path);
    for (const parameter of action.parameters) {
      hasParameter(parameter.name, action.path);
      if (parameter.fieldId !== undefined) has(new Set(fields.map((field) => field.id)), parameter.fieldId, `field of the visual ${id}`, action.path);
    }
  }
}

function parametersOf(filter: Filter): { readonly parameter: string; readonly path: string }[] {
  if (filter.kind === 'category') return filter.values && 'parameter' in filter.values ? [{ parameter: filter.values.parameter, path: filter.path }] : [];
  return [filter.minimum, filter.maximum].flatMap((bound) => bound && 'parameter' in bound.value ? [{ parameter: bound.value.parameter, path: bound.path }] : []);
}

function visualsOf({ elements }: Sheet): Visual[] {
  return elements.flatMap((element) => 'visual' in element ? [element.visual] : []);
}

function has(known: ReadonlySet<string>, name: string, what: string, path: string): void {
  if (!known.has(name)) throw new InputError(`${path} names ${name}, which is no ${what} of the definition. It has ${[...known].join(', ') || 'none'}.`);
}
