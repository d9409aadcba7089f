import { ControlData, DimensionData, ElementData, FieldData, SheetData, VisualData } from './dashboard-data';
import { Definition, Element, Field, PlacedControl, Sheet, Visual } from './definition';
import { Database } from '../query/database';
import { Answering } from './evaluate/answer-visual';
import { defaultValues, ParameterValues } from './evaluate/parameter-values';

/** The sheets of a definition with their numbers, for the values of its parameters. */
export async function dashboardContents(database: Database, definition: Definition, clock: Date): Promise<SheetData[]> {
  const parameters = await defaultValues(database, definition, clock);
  const answering = new Answering(database, definition, parameters, clock);
  const sheets: SheetData[] = [];
  for (const sheet of definition.sheets) {
    const { id, name, title, description } = sheet;
    const elements: ElementData[] = [];
    for (const element of sheet.elements) elements.push(await elementData(element, sheet, definition, answering));
    const controls: ControlData[] = [];
    for (const control of sheet.controls) controls.push(await controlData(control, parameters, answering));
    sheets.push({ id, name, title, description, controls, elements });
  }
  return sheets;
}

async function elementData(element: Element, sheet: Sheet, definition: Definition, answering: Answering): Promise<ElementData> {
  const { place } = element;
  return 'visual' in element ? { place, visual: await visualData(element.visual, sheet, definition, answering) } : { place, text: element.text };
}

async function visualData(visual: Visual, { id: sheetId }: Sheet, definition: Definition, answering: Answering): Promise<VisualData> {
  const { kind, id, title, subtitle, targets, stacked, vertical, aggregated, comparison, totals, actions } = visual;
  const data: VisualData = {
    kind,
    id,
    title,
    subtitle,
    targets,
    stacked,
    vertical,
    aggregated,
    comparison,
    totals,
    dimensions: visual.dimensions.map(({ role, field }): DimensionData => ({ ...fieldData(field, definition), role, isTime: field.type === 'time' })),
    values: visual.values.map((field) => fieldData(field, definition)),
    actions: actions.map(({ name, trigger, targetSheet }) => ({ name, trigger, targetSheet })),
    answers: [],
  };
  const statements = await answering.statements(sheetId, visual);
  try {
    const answers: VisualData['answers'][0][] = [];
    for (const statement of statements) answers.push(await answering.answer(visual, statement));
    return { ...data, answers };
  } catch (error) {
    return { ...data, problem: (error as Error).message };
  }
}

function fieldData({ label, format, type, hidden, column }: Field, { dataSets }: Definition): FieldData {
  const columnType = dataSets.get(column.dataSet)!.columns.find(({ name }) => name === column.name)?.type;
  return { label, format, isNumber: type === 'number' || (type === 'any' && (columnType === 'INTEGER' || columnType === 'DECIMAL')), hidden };
}

async function controlData(control: PlacedControl, parameters: ParameterValues, answering: Answering): Promise<ControlData> {
  const { id, title, kind, place, parameter, values, path } = control;
  const chosen = parameters.get(parameter)!;
  const data: ControlData = { id, title, kind, place, chosen: chosen.type === 'time' ? [chosen.instant] : chosen.texts, values: [] };
  if (values === undefined) return data;
  if (!('dataSet' in values)) return { ...data, values };
  try {
    return { ...data, values: await answering.values(values.dataSet, values.name, path) };
  } catch (error) {
    return { ...data, problem: (error as Error).message };
  }
}
