/// <reference lib="dom" />
import { dateOf } from '../evaluate/period';
import { count } from '../format';
import { element, fill } from './dom';
import { FilterBar } from './filter-bar';
import { GENERATED_REQUESTS } from './generated-requests';
import { hashOf, Place, placeOf } from './place';
import { QuestionView } from './question-view';
import { ReportModel } from './report-model';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The sheet about the delivery of the requests. */
const HEALTH = 'Data health';

/** The page. Its address names the open sheet and the filters. */
export class Report {
  private readonly filters: FilterBar;
  private readonly tabs: ReadonlyMap<string, HTMLAnchorElement>;
  private readonly nav: HTMLElement;
  private readonly sheet = element('div', { class: 'sheet' });
  /** The questions of a sheet are created when the sheet is first opened. */
  private readonly views = new Map<string, readonly QuestionView[]>();
  private place: Place;

  constructor(private readonly model: ReportModel) {
    this.place = this.placeInAddress();
    this.filters = new FilterBar(model, (selection) => this.open(hashOf({ ...this.place, selection })));
    this.tabs = new Map(model.sheets.map((sheet) => [sheet, element('a', {}, sheet)]));
    this.nav = element('nav', { 'aria-label': 'Sheets' }, [...this.tabs.values()]);
  }

  public show(into: HTMLElement): void {
    fill(into, this.header(), this.nav, this.filters.element, this.sheet);
    addEventListener('hashchange', () => this.draw());
    this.draw();
  }

  private open(hash: string): void {
    location.hash = hash;
  }

  private placeInAddress(): Place {
    return placeOf(location.hash, this.model.sheets, this.model.filters.map(({ name }) => name));
  }

  private draw(): void {
    const { sheet: before } = this.place;
    this.place = this.placeInAddress();
    const { sheet, selection } = this.place;
    this.filters.show(selection);
    for (const [title, tab] of this.tabs) {
      tab.href = hashOf({ sheet: title, selection });
      if (title === sheet) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    }
    // A phone does not show all tabs at once.
    this.nav.scrollTo({ left: this.tabs.get(sheet)!.offsetLeft - this.nav.offsetLeft });
    const views = this.viewsOf(sheet);
    if (!this.sheet.contains(views[0]?.element)) fill(this.sheet, views.map((view) => view.element), sheet === HEALTH && this.run());
    for (const view of views) view.show(selection);
    if (sheet !== before) scrollTo(0, 0);
  }

  private viewsOf(sheet: string): readonly QuestionView[] {
    const known = this.views.get(sheet);
    if (known) return known;
    const made = this.model.questions.filter(({ data }) => data.question.sheet === sheet).map((question) => new QuestionView({
      question,
      linkOf: (dimension, key) => {
        const target = this.model.sheetOf(dimension);
        const { range, keys } = this.place.selection;
        return target && hashOf({ sheet: target, selection: { range, keys: new Map([...keys, [dimension, key]]) } });
      },
      open: (address) => this.open(address),
    }, this.model));
    this.views.set(sheet, made);
    return made;
  }

  private header(): HTMLElement {
    const { clock, days, data: { pipeline, generated } } = this.model;
    const newest = new Date(clock.getTime() - 1);
    return element('header', {},
      element('p', { class: 'eyebrow' }, 'API Gateway usage'),
      element('h1', {}, `Who used the API in ${MONTH.format(newest)}?`),
      element('p', { class: 'lead' }, `Requests from ${DAY.format(dateOf(days.first))} to the newest, `,
        element('time', { datetime: newest.toISOString() }, `${DAY.format(newest)}, ${newest.toISOString().slice(11, 16)} UTC`), '. "To date" means up to the newest request.'),
      element('p', { class: 'source' }, 'Pipeline ', element('code', {}, pipeline.construct), ', database ', element('code', {}, pipeline.database), generated ? `. ${GENERATED_REQUESTS}` : ''));
  }

  /** A summary of how the preview delivered the requests. */
  private run(): HTMLElement {
    const { pipeline } = this.model.data;
    const fact = (label: string, value: number, explanation: string) => element('div', {}, element('dt', {}, label), element('dd', {}, count(value)), element('dd', { class: 'explanation' }, explanation));
    return element('section', { 'class': 'tiles', 'aria-labelledby': 'this-preview' },
      element('h2', { id: 'this-preview' }, 'This preview'),
      element('p', { class: 'question' }, 'What became of the log entries that the preview put into the delivery stream?'),
      element('dl', { class: 'facts' },
        fact('Delivered', pipeline.delivered, `as ${count(pipeline.objects)} ${pipeline.format === 'parquet' ? 'Parquet' : 'JSON'} files`),
        fact('Failed', pipeline.failed, 'kept as error objects'),
        fact('Unresolved', pipeline.unresolved, 'from a stage that no template has'),
        fact('Rows', pipeline.rows, `in the table ${pipeline.table}`)));
  }
}
