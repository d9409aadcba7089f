import { Field, Visual } from '../../definition';
import { actions } from '../actions';
import { Properties } from '../properties';
import { titles } from '../titles';

/** The common properties of visuals, with defaults for the parts that most visuals lack. */
export function visual(properties: Properties, configured: Pick<Visual, 'kind'> & Partial<Visual>): Visual {
  return {
    ...titles(properties),
    actions: actions(properties),
    dimensions: [],
    values: [],
    targets: 0,
    aggregated: true,
    rowSort: [],
    stacked: false,
    vertical: false,
    totals: { rows: false, columns: false },
    path: properties.path,
    ...configured,
  };
}

export function labelled(fields: readonly Field[], labels: ReadonlyMap<string, string>): Field[] {
  return fields.map((field) => ({ ...field, label: labels.get(field.id) ?? field.label }));
}

/** Properties of every chart that only change its looks. */
export const LOOKS = ['Legend', 'Tooltip', 'DataLabels', 'VisualPalette', 'ContributionAnalysisDefaults', 'Interactions'] as const;
