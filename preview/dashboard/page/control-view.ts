/// <reference lib="dom" />
import { element } from '../../report/page/dom';
import { ControlData } from '../dashboard-data';

/** A control with its default. It cannot be changed, but its values can be seen. */
export function controlView({ id, title, kind, place, chosen, values }: ControlData): HTMLElement {
  // The grid of controls has 12 columns.
  const style = place && `grid-area: ${place.row + 1} / ${place.column + 1} / span ${place.rows} / span ${place.columns}`;
  const value = kind === 'date' ? chosen[0].slice(0, 10) : chosen.length === 0 ? 'All' : chosen.join(', ');
  const list = values.map((each) => element('option', { disabled: true }, each));
  const control = kind === 'date' ? element('input', { type: 'date', value, disabled: true })
    : element('select', { title: `${values.length} values` }, element('option', { selected: true }, value), list);
  return element('label', { id: `control-${id}`, style }, element('span', {}, title), control);
}
