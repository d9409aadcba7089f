/// <reference lib="dom" />
import { controlView } from './control-view';
import { richText } from './rich-text';
import { VisualView } from './visual-view';
import { element } from '../../report/page/dom';
import { ElementData, SheetData } from '../dashboard-data';
import { Place } from '../definition';

/** A sheet with its controls, and with its elements at their places in the grid. */
export class SheetView {
  private made?: HTMLElement;

  constructor(private readonly sheet: SheetData, private readonly sheets: readonly SheetData[]) {}

  /** It is created when the reader opens the sheet for the first time. */
  public get element(): HTMLElement {
    return this.made ??= this.make();
  }

  private make(): HTMLElement {
    const { title, description, controls, elements } = this.sheet;
    // On a narrow page elements are below each other, in the order in which they are read.
    const inOrder = [...elements].sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);
    return element('div', { class: 'dashboard' },
      title !== undefined && element('h2', { class: 'title' }, title),
      description !== undefined && element('p', {}, description),
      controls.length > 0 && element('form', { 'class': 'dashboard-controls', 'aria-label': 'Controls' }, controls.map(controlView)),
      controls.length > 0 && element('p', { class: 'scope' }, 'The numbers are those for the values in the controls. To see others, run the preview with ',
        element('code', {}, '--parameter'), '. In QuickSight, the controls change them.'),
      element('div', { class: 'grid' }, inOrder.map((each) => this.placed(each))));
  }

  private placed(of: ElementData): HTMLElement {
    const style = gridArea(of.place);
    if ('text' in of) return element('div', { class: 'text-box', style }, richText(of.text));
    return new VisualView(of.visual, this.sheets, style).element;
  }
}

function gridArea({ column, columns, row, rows }: Place): string {
  return `grid-area: ${row + 1} / ${column + 1} / span ${rows} / span ${columns}`;
}
