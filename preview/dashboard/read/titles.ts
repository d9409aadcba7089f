import { RichText } from '../rich-text';
import { Properties } from './properties';
import { richText } from './rich-text';

/** Title, subtitle and id of a visual. */
export function titles(properties: Properties): { readonly id: string; readonly title?: RichText; readonly subtitle?: RichText } {
  properties.notDrawn('VisualContentAltText', 'ColumnHierarchies');
  return { id: properties.text('VisualId'), title: text(properties, 'Title', 'visual-title'), subtitle: text(properties, 'Subtitle', 'visual-subtitle') };
}

/** Undefined if it is hidden. */
function text(properties: Properties, name: string, root: string): RichText | undefined {
  return properties.optionalObject(name, (label) => {
    const isHidden = label.optionalChoice('Visibility', ['VISIBLE', 'HIDDEN']) === 'HIDDEN';
    const read = label.optionalObject('FormatText', (format): RichText => {
      const plain = format.optionalText('PlainText');
      return plain === undefined ? richText(format.text('RichText'), root, format.at('RichText')) : [plain];
    });
    return isHidden ? undefined : read;
  });
}

/** The labels of fields on the axes of a chart, by the ids of the fields. */
export function axisLabels(properties: Properties, ...names: readonly string[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const name of names) {
    properties.optionalObject(name, (options) => {
      options.notDrawn('Visibility', 'SortIconVisibility');
      options.list('AxisLabelOptions', (label) => {
        label.notDrawn('FontConfiguration');
        const custom = label.optionalText('CustomLabel');
        const fieldId = label.optionalObject('ApplyTo', (to) => {
          to.notDrawn('Column');
          return to.text('FieldId');
        });
        if (custom !== undefined && fieldId !== undefined) labels.set(fieldId, custom);
      });
    });
  }
  return labels;
}
