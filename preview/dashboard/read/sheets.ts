import { InputError } from '../../input-error';
import { Control, Element, Place, PlacedControl, Sheet } from '../definition';
import { column } from './fields';
import { Properties } from './properties';
import { richText } from './rich-text';
import { visualOf } from './visuals';

interface LayoutElement {
  readonly id: string;
  readonly type: string;
  readonly place: Place;
  readonly path: string;
}

export function sheet(properties: Properties): Sheet {
  properties.optionalChoice('ContentType', ['INTERACTIVE']);
  const visuals = byId(properties.at('Visuals'), properties.list('Visuals', visualOf).map((visual) => [visual.id, visual]));
  const texts = byId(properties.at('TextBoxes'), properties.list('TextBoxes', (box) => [
    box.text('SheetTextBoxId'), richText(box.optionalText('Content') ?? '', 'text-box', box.at('Content')),
  ]));
  const [layout = []] = properties.list('Layouts', (each) => each.object('Configuration', (configuration) => configuration.oneOf({ GridLayout: grid })));
  const [controlLayout = []] = properties.list('SheetControlLayouts', (each) => each.object('Configuration', (configuration) => configuration.oneOf({ GridLayout: grid })));
  const controls = properties.list('ParameterControls', control);
  const unplaced = [...visuals.keys(), ...texts.keys()].find((id) => !layout.some((element) => element.id === id));
  if (unplaced !== undefined) throw new InputError(`${properties.at('Layouts')} has no place for the element ${unplaced}.`);
  return {
    id: properties.text('SheetId'),
    name: properties.optionalText('Name') ?? properties.text('SheetId'),
    title: properties.optionalText('Title'),
    description: properties.optionalText('Description'),
    elements: layout.map(({ id, type, place, path }): Element => {
      const visual = visuals.get(id);
      const text = texts.get(id);
      if (type === 'VISUAL' && visual) return { place, visual };
      if (type === 'TEXT_BOX' && text) return { place, text };
      throw new InputError(`${path}: the sheet has no ${type} with the id ${id}.`);
    }),
    controls: placed(controls, controlLayout),
  };
}

function byId<T>(path: string, entries: readonly (readonly [id: string, value: T])[]): ReadonlyMap<string, T> {
  const twice = entries.map(([id]) => id).find((id, index, ids) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new InputError(`${path} has two elements with the id ${twice}.`);
  return new Map(entries);
}

function placed(controls: readonly Control[], layout: readonly LayoutElement[]): PlacedControl[] {
  const unknown = layout.find(({ id, type }) => type !== 'PARAMETER_CONTROL' || !controls.some((each) => each.id === id));
  if (unknown) throw new InputError(`${unknown.path}: the sheet has no ${unknown.type} with the id ${unknown.id}.`);
  return controls.map((each) => ({ ...each, place: layout.find(({ id }) => id === each.id)?.place }));
}

function grid(properties: Properties): LayoutElement[] {
  properties.optionalObject('CanvasSizeOptions', (options) => options.optionalObject('ScreenCanvasSizeOptions', (screen) => {
    screen.choice('ResizeOption', ['FIXED', 'RESPONSIVE']);
    screen.optionalText('OptimizedViewPortWidth');
  }));
  return properties.list('Elements', (element) => {
    element.notDrawn('BackgroundStyle', 'BorderStyle', 'BorderRadius', 'SelectedBorderStyle', 'Padding', 'LoadingAnimation');
    return {
      id: element.text('ElementId'),
      type: element.choice('ElementType', ['VISUAL', 'TEXT_BOX', 'PARAMETER_CONTROL']),
      path: element.path,
      place: {
        column: element.number('ColumnIndex'), columns: element.number('ColumnSpan'), row: element.number('RowIndex'), rows: element.number('RowSpan'),
      },
    };
  });
}

function control(properties: Properties): Control {
  return properties.oneOf<Control>({
    DateTimePicker: (picker) => {
      picker.notDrawn('DisplayOptions');
      return { ...common(picker), kind: 'date' };
    },
    Dropdown: (dropdown) => {
      dropdown.notDrawn('DisplayOptions', 'CommitMode');
      return {
        ...common(dropdown),
        kind: dropdown.optionalChoice('Type', ['MULTI_SELECT', 'SINGLE_SELECT']) === 'SINGLE_SELECT' ? 'one' : 'several',
        values: dropdown.optionalObject('SelectableValues', (values) => {
          const linked = values.optionalObject('LinkToDataSetColumn', column);
          return linked ?? values.texts('Values');
        }),
      };
    },
  });
}

function common(properties: Properties): Pick<Control, 'id' | 'title' | 'parameter' | 'path'> {
  return {
    id: properties.text('ParameterControlId'), title: properties.text('Title'), parameter: properties.text('SourceParameterName'), path: properties.path,
  };
}
