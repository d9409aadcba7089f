/// <reference lib="dom" />
import { SheetView } from './sheet-view';
import { element, fill } from '../../report/page/dom';
import { GENERATED_REQUESTS } from '../../report/page/generated-requests';
import { DashboardData } from '../dashboard-data';

const TIME = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** The page of a dashboard. Each sheet has a tab, and the address names the open sheet. */
export class Dashboard {
  private readonly sheets: ReadonlyMap<string, SheetView>;
  private readonly tabs: ReadonlyMap<string, HTMLAnchorElement>;
  private readonly nav: HTMLElement;
  private readonly content = element('div');

  constructor(private readonly data: DashboardData) {
    this.sheets = new Map(data.sheets.map((sheet) => [sheet.id, new SheetView(sheet, data.sheets)]));
    this.tabs = new Map(data.sheets.map(({ id, name }) => [id, element('a', { href: `#${id}` }, name)]));
    this.nav = element('nav', { 'aria-label': 'Sheets' }, [...this.tabs.values()]);
  }

  public show(into: HTMLElement): void {
    fill(into, this.header(), this.nav, this.content);
    addEventListener('hashchange', () => this.draw());
    this.draw();
  }

  private draw(): void {
    const named = location.hash.slice(1);
    const id = this.sheets.has(named) ? named : this.data.sheets[0].id;
    for (const [sheet, tab] of this.tabs) {
      if (sheet === id) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    }
    this.nav.scrollTo({ left: this.tabs.get(id)!.offsetLeft - this.nav.offsetLeft });
    fill(this.content, this.sheets.get(id)!.element);
    scrollTo(0, 0);
  }

  private header(): HTMLElement {
    const newest = new Date(Date.parse(this.data.clock) - 1);
    return element('header', {},
      element('p', { class: 'eyebrow' }, 'Amazon QuickSight dashboard, drawn by the preview'),
      element('h1', {}, this.data.name),
      element('p', { class: 'source' }, 'Pipeline ', element('code', {}, this.data.construct), ', database ', element('code', {}, this.data.database), '. “Now” is the newest request: ',
        element('time', { datetime: newest.toISOString() }, `${TIME.format(newest)} UTC`), this.data.generated ? `. ${GENERATED_REQUESTS}` : '.'));
  }
}
