/// <reference lib="dom" />
import { BarPicture } from './pictures/bar';
import { HeatMapPicture } from './pictures/heat-map';
import { kpi } from './pictures/kpi';
import { LinePicture } from './pictures/line';
import { pivot } from './pictures/pivot';
import { RingPicture } from './pictures/ring';
import { table } from './pictures/table';
import { plainText, richText } from './rich-text';
import { element } from '../../report/page/dom';
import { SheetData, VisualData } from '../dashboard-data';

/** Makes the picture of a visual that has an answer. */
const PICTURES: Readonly<Record<VisualData['kind'], (visual: VisualData, title: string) => HTMLElement>> = {
  kpi,
  pie: (visual, title) => new RingPicture(visual, title).element,
  bar: (visual, title) => new BarPicture(visual, title).element,
  line: (visual, title) => new LinePicture(visual, title).element,
  heatMap: (visual, title) => new HeatMapPicture(visual, title).element,
  pivot,
  table,
};

/** A visual with its titles and its menu. */
export class VisualView {
  public readonly element: HTMLElement;

  constructor(visual: VisualData, sheets: readonly SheetData[], style: string) {
    const { id, kind, title = [], subtitle } = visual;
    this.element = element('section', { 'id': `visual-${id}`, 'class': `visual ${kind}`, style, 'aria-labelledby': `title-${id}` },
      element('h3', { id: `title-${id}` }, richText(title)),
      subtitle && element('p', { class: 'question' }, richText(subtitle)),
      element('div', { class: 'picture' }, picture(visual, plainText(title))),
      actions(visual, sheets));
  }
}

function picture(visual: VisualData, title: string): HTMLElement {
  if (visual.problem !== undefined) return element('p', { class: 'takeaway' }, `This visual has no answer here: ${visual.problem}`);
  if (visual.kind !== 'kpi' && visual.answers[0].groups.length === 0) return element('p', { class: 'takeaway' }, 'No data');
  return PICTURES[visual.kind](visual, title);
}

/** QuickSight opens the sheet with the clicked value selected. The page only opens the sheet. */
function actions({ actions: all }: VisualData, sheets: readonly SheetData[]): HTMLElement | undefined {
  const links = all.flatMap(({ name, targetSheet }) => sheets.some(({ id }) => id === targetSheet) ? [element('a', { href: `#${targetSheet}` }, name)] : []);
  return links.length > 0 ? element('p', { class: 'actions' }, 'Menu: ', links.flatMap((link, index) => index === 0 ? [link] : [' · ', link])) : undefined;
}
