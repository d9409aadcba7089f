import { Json } from '../support/template';

/** A data set, as the rules see it. */
export interface DataSetColumns {
  readonly identifier: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** Finds what QuickSight refuses in a definition, beyond its schema: a line for each mistake. */
export type Rule = (definition: Json, dataSets: readonly DataSetColumns[]) => string[];

const GRID_COLUMNS = 36;
const MAX_SHEETS = 20;
const MAX_VISUALS = 50;

/**
 * The most fields of a well.
 * @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_HeatMapAggregatedFieldWells.html and its neighbours
 */
const MAX_FIELDS: Readonly<Record<string, number>> = { HeatMapAggregatedFieldWells: 1, PivotTableAggregatedFieldWells: 40 };
const MAX_FIELDS_OF_OTHERS = 200;

/** Every object below a value. */
function* objects(value: unknown): Generator<Json> {
  if (Array.isArray(value)) {for (const each of value) yield* objects(each);} else if (typeof value === 'object' && value !== null) {
    yield value as Json;
    for (const each of Object.values(value)) yield* objects(each);
  }
}

/** Every value of a property, wherever it is. */
function values(of: unknown, property: string): any[] {
  return [...objects(of)].filter((each) => property in each).map((each) => each[property]);
}

function repeated(what: string, ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `${what} ${id} is there twice`);
}

function visualsOf(sheet: Json): Json[] {
  return ((sheet.Visuals ?? []) as Json[]).map((visual) => Object.values(visual)[0] as Json);
}

function visuals(definition: Json): Json[] {
  return (definition.Sheets as Json[]).flatMap(visualsOf);
}

function parameters(definition: Json): Json[] {
  return (definition.ParameterDeclarations as Json[]).map((declaration) => Object.values(declaration)[0] as Json);
}

function columnsOf(definition: Json, dataSets: readonly DataSetColumns[], identifier: string): Map<string, string> {
  const dataSet = dataSets.find((candidate) => candidate.identifier === identifier);
  const calculated = (definition.CalculatedFields as Json[]).filter(({ DataSetIdentifier }) => DataSetIdentifier === identifier);
  return new Map([...dataSet?.columns ?? [], ...calculated.map(({ Name }) => [Name as string, 'CALCULATED'] as const)]);
}

/** The types of columns that a field or a filter can have. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  CategoricalDimensionField: ['STRING', 'BOOLEAN'],
  NumericalDimensionField: ['INTEGER', 'DECIMAL'],
  DateDimensionField: ['DATETIME'],
  DateMeasureField: ['DATETIME'],
  NumericalMeasureField: ['INTEGER', 'DECIMAL', 'CALCULATED'],
  TimeRangeFilter: ['DATETIME'],
  CategoryFilter: ['STRING'],
};

export const RULES: Readonly<Record<string, Rule>> = {
  'ids are unique': (definition) => [
    ...repeated('visual', visuals(definition).map(({ VisualId }) => VisualId)),
    ...repeated('field', visuals(definition).flatMap(({ ChartConfiguration }) => values(ChartConfiguration.FieldWells, 'FieldId'))),
    ...repeated('filter', values(definition.FilterGroups, 'FilterId')),
    ...repeated('filter group', values(definition.FilterGroups, 'FilterGroupId')),
    ...repeated('sheet', (definition.Sheets as Json[]).map(({ SheetId }) => SheetId)),
    ...repeated('parameter', parameters(definition).map(({ Name }) => Name)),
    ...repeated('control', values(definition.Sheets, 'ParameterControlId')),
    ...repeated('action', values(definition.Sheets, 'CustomActionId')),
    ...repeated('data set', (definition.DataSetIdentifierDeclarations as Json[]).map(({ Identifier }) => Identifier)),
    ...repeated('calculated field', (definition.CalculatedFields as Json[]).map(({ DataSetIdentifier, Name }) => `${DataSetIdentifier}.${Name.toLowerCase()}`)),
  ],
  'names in a data set differ in more than their case': (definition, dataSets) => dataSets.flatMap(({ identifier }) =>
    repeated(`column of ${identifier}`, [...columnsOf(definition, dataSets, identifier).keys()].map((name) => name.toLowerCase()))),
  'each column exists, with a type that its use takes': (definition, dataSets) => [...objects(definition)].flatMap((each) =>
    Object.entries(each).flatMap(([use, value]) => {
      const column = (value as Json | undefined)?.Column as Json | undefined;
      if (!column?.ColumnName) return [];
      const type = columnsOf(definition, dataSets, column.DataSetIdentifier).get(column.ColumnName);
      if (type === undefined) return [`${use}: no column ${column.ColumnName} in ${column.DataSetIdentifier}`];
      return TYPES[use] && !TYPES[use].includes(type) ? [`${use}: ${column.ColumnName} is ${type}`] : [];
    })),
  'each column of a table and of a control exists': (definition, dataSets) =>
    [...values(definition, 'TableUnaggregatedFieldWells').flatMap(({ Values }) => (Values as Json[]).map(({ Column }) => Column)),
      ...values(definition, 'LinkToDataSetColumn'), ...values(definition, 'SortBy').filter(({ ColumnName }) => ColumnName)]
      .filter(({ DataSetIdentifier, ColumnName }) => !columnsOf(definition, dataSets, DataSetIdentifier).has(ColumnName))
      .map(({ DataSetIdentifier, ColumnName }) => `no column ${ColumnName} in ${DataSetIdentifier}`),
  'each data set that is named is declared': (definition) => {
    const declared = (definition.DataSetIdentifierDeclarations as Json[]).map(({ Identifier }) => Identifier);
    return [...new Set(values(definition, 'DataSetIdentifier'))].filter((name) => !declared.includes(name)).map((name) => `no data set ${name}`);
  },
  'each declared data set exists': (definition, dataSets) => (definition.DataSetIdentifierDeclarations as Json[])
    .filter(({ Identifier }) => !dataSets.some(({ identifier }) => identifier === Identifier)).map(({ Identifier }) => `data set ${Identifier} is not made`),
  'a calculated field reads columns and parameters that exist': (definition, dataSets) => (definition.CalculatedFields as Json[]).flatMap(({ DataSetIdentifier, Name, Expression }) => {
    const columns = columnsOf(definition, dataSets, DataSetIdentifier);
    const names = [...(Expression as string).matchAll(/(\$?)\{([^}]+)\}/g)];
    return names.filter(([, parameter, name]) => parameter === '' ? !columns.has(name) : !parameters(definition).some(({ Name: each }) => each === name))
      .map(([text]) => `${Name}: ${text} does not exist`);
  }),
  'no aggregate is within an aggregate': (definition) => (definition.CalculatedFields as Json[])
    .filter(({ Expression }) => /\b(sum|max|min|count|distinct_count)(If)?\([^()]*\b(sum|max|min|count|distinct_count)(If)?\(/.test(Expression))
    .map(({ Name }) => `${Name} aggregates twice`),
  'each parameter that is named is declared': (definition) => {
    const declared = parameters(definition).map(({ Name }) => Name);
    const named = ['ParameterName', 'SourceParameterName', 'DestinationParameterName', 'Parameter'].flatMap((property) => values(definition, property));
    return named.filter((name) => !declared.includes(name)).map((name) => `no parameter ${name}`);
  },
  'each parameter has a control and a filter, and a date a default': (definition) => parameters(definition).flatMap(({ Name, TimeGranularity, DefaultValues }) => [
    ...values(definition.Sheets, 'SourceParameterName').includes(Name) ? [] : [`parameter ${Name} has no control`],
    ...[...values(definition.FilterGroups, 'ParameterName'), ...values(definition.FilterGroups, 'Parameter')].includes(Name) ? [] : [`parameter ${Name} has no filter`],
    ...TimeGranularity && !DefaultValues?.RollingDate?.Expression ? [`parameter ${Name} has no default`] : [],
    ...(/^[a-zA-Z0-9]+$/.test(Name) ? [] : [`parameter ${Name} has a name that is refused`]),
  ]),
  'a filter acts on sheets and visuals that exist': (definition) => values(definition.FilterGroups, 'SheetVisualScopingConfigurations').flat().flatMap(({ SheetId, VisualIds = [] }) => {
    const sheet = (definition.Sheets as Json[]).find((candidate) => candidate.SheetId === SheetId);
    if (!sheet) return [`no sheet ${SheetId}`];
    return (VisualIds as string[]).filter((id) => !visualsOf(sheet).some(({ VisualId }) => VisualId === id)).map((id) => `no visual ${id} on ${SheetId}`);
  }),
  'a visual is of one kind': (definition) => (definition.Sheets as Json[]).flatMap(({ Visuals }) => Visuals as Json[])
    .filter((visual) => Object.keys(visual).length !== 1).map((visual) => `${JSON.stringify(Object.keys(visual))} in one visual`),
  'no well has too many fields, and a chart with colours has one value': (definition) => visuals(definition).flatMap(({ VisualId, ChartConfiguration }) =>
    Object.entries(ChartConfiguration.FieldWells as Json).flatMap(([kind, wells]) => [
      ...Object.entries(wells as Json).filter(([, fields]) => (fields as unknown[]).length > (MAX_FIELDS[kind] ?? MAX_FIELDS_OF_OTHERS))
        .map(([well]) => `${VisualId} has too many ${well}`),
      ...(wells as Json).Colors?.length > 0 && (wells as Json).Values.length > 1 ? [`${VisualId} has colours and ${(wells as Json).Values.length} values`] : [],
    ])),
  'a sort names a field of its visual': (definition) => visuals(definition).flatMap(({ VisualId, ChartConfiguration }) => {
    const fields = values(ChartConfiguration.FieldWells, 'FieldId');
    return values(ChartConfiguration.SortConfiguration ?? {}, 'FieldId').filter((id) => !fields.includes(id)).map((id) => `${VisualId} sorts by ${id}`);
  }),
  'an action leads to a sheet that exists, with a field of its visual': (definition) => visuals(definition).flatMap(({ VisualId, Actions = [], ChartConfiguration }) => [
    ...values(Actions, 'TargetSheetId').filter((id) => !(definition.Sheets as Json[]).some(({ SheetId }) => SheetId === id)).map((id) => `${VisualId} leads to ${id}`),
    ...values(Actions, 'SourceField').filter((id) => !values(ChartConfiguration.FieldWells, 'FieldId').includes(id)).map((id) => `${VisualId} passes ${id}`),
  ]),
  'a layout has each element once, inside the grid and without overlap': (definition) => (definition.Sheets as Json[]).flatMap((sheet) => {
    const elements = values(sheet.Layouts, 'Elements').flat() as Json[];
    const ids = [...visualsOf(sheet).map(({ VisualId }) => VisualId), ...(sheet.TextBoxes as Json[]).map(({ SheetTextBoxId }) => SheetTextBoxId)];
    const placed = elements.map(({ ElementId }) => ElementId);
    const overlap = (a: Json, b: Json) => a.ColumnIndex < b.ColumnIndex + b.ColumnSpan && b.ColumnIndex < a.ColumnIndex + a.ColumnSpan
      && a.RowIndex < b.RowIndex + b.RowSpan && b.RowIndex < a.RowIndex + a.RowSpan;
    return [
      ...repeated('element', placed),
      ...ids.filter((id) => !placed.includes(id)).map((id) => `${id} has no place`),
      ...placed.filter((id) => !ids.includes(id)).map((id) => `${id} does not exist`),
      ...elements.filter((each) => each.ColumnIndex + each.ColumnSpan > GRID_COLUMNS).map(({ ElementId }) => `${ElementId} is outside of the grid`),
      ...elements.flatMap((a, index) => elements.slice(index + 1).filter((b) => overlap(a, b)).map((b) => `${a.ElementId} overlaps ${b.ElementId}`)),
    ];
  }),
  'each control of a sheet has a place': (definition) => (definition.Sheets as Json[]).flatMap((sheet) => {
    const placed = (values(sheet.SheetControlLayouts, 'Elements').flat() as Json[]).map(({ ElementId }) => ElementId);
    const controls = values(sheet.ParameterControls ?? [], 'ParameterControlId') as string[];
    return [...controls.filter((id) => !placed.includes(id)).map((id) => `${id} has no place`), ...placed.filter((id) => !controls.includes(id)).map((id) => `no control ${id}`)];
  }),
  'there are not too many sheets, visuals and data sets': (definition) => [
    ...(definition.Sheets as Json[]).length > MAX_SHEETS ? ['too many sheets'] : [],
    ...(definition.Sheets as Json[]).filter(({ Visuals }) => (Visuals as Json[]).length > MAX_VISUALS).map(({ SheetId }) => `too many visuals on ${SheetId}`),
    ...(definition.DataSetIdentifierDeclarations as Json[]).length > 50 ? ['too many data sets'] : [],
  ],
  'rows of requests are filtered by time and by folder, without nulls': (definition, dataSets) => (definition.Sheets as Json[]).flatMap((sheet) => visualsOf(sheet).flatMap((visual) => {
    const [identifier] = values(visual.ChartConfiguration.FieldWells, 'DataSetIdentifier') as string[];
    if (!dataSets.find((each) => each.identifier === identifier)?.columns.has('partition_to')) return [];
    const filters = (definition.FilterGroups as Json[])
      .filter((group) => values(group, 'SheetVisualScopingConfigurations').flat()
        .some(({ SheetId, Scope, VisualIds }) => SheetId === sheet.SheetId && (Scope === 'ALL_VISUALS' || VisualIds.includes(visual.VisualId))))
      .flatMap((group) => values(group, 'TimeRangeFilter') as Json[])
      .filter(({ Column, NullOption }) => Column.DataSetIdentifier === identifier && NullOption === 'NON_NULLS_ONLY');
    const bounds = filters.map(({ Column, RangeMinimumValue, RangeMaximumValue }) => `${Column.ColumnName}${RangeMinimumValue ? ' from' : ''}${RangeMaximumValue ? ' to' : ''}`);
    const wanted = ['partition_to from', 'partition_from to', /^(Day \(UTC\)|requested_at) from to$/];
    return wanted.filter((want) => !bounds.some((bound) => typeof want === 'string' ? bound === want : want.test(bound))).map((want) => `${visual.VisualId} lacks ${want}`);
  })),
};

/** The lines of every rule. */
export function mistakes(definition: Json, dataSets: readonly DataSetColumns[]): string[] {
  return Object.entries(RULES).flatMap(([name, rule]) => rule(definition, dataSets).map((line) => `${name}: ${line}`));
}
