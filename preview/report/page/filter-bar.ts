/// <reference lib="dom" />
import { element, fill } from './dom';
import { Filter, ReportModel } from './report-model';
import { Key } from '../cube/cube';
import { dateOf, DayRange, dayOf, isoDay, ownRange, parseDay, rangeBefore } from '../evaluate/period';
import { Selection } from '../evaluate/selection';

interface Preset {
  readonly title: string;
  /** Absent if each question has its own period. */
  readonly range?: DayRange;
}

/** The controls for days and for one value of each filter dimension. */
export class FilterBar {
  public readonly element: HTMLElement;
  private readonly period: HTMLSelectElement;
  private readonly from: HTMLInputElement;
  private readonly to: HTMLInputElement;
  private readonly dates: HTMLElement;
  private readonly selects: ReadonlyMap<Filter, HTMLSelectElement>;
  private readonly clear: HTMLButtonElement;
  private readonly presets: readonly Preset[];
  /** Whether the reader types days. The fields then stay visible even if the days equal a preset. */
  private typing = false;

  constructor(private readonly model: ReportModel, private readonly changed: (selection: Selection) => void) {
    this.presets = presets(model);
    this.period = element('select', { change: () => this.choosePeriod() },
      this.presets.map(({ title }) => element('option', {}, title)), element('option', {}, 'Other days…'));
    const day = () => element('input', { type: 'date', min: isoDay(model.days.first), max: isoDay(model.days.last), required: true, change: () => this.chooseDays() });
    [this.from, this.to] = [day(), day()];
    this.dates = element('span', { class: 'dates' }, element('label', {}, 'from ', this.from), element('label', {}, 'to ', this.to));
    this.selects = new Map(model.filters.map((filter) => [filter, selectOf(filter, () => this.choose(this.chosenRange()))]));
    this.clear = element('button', { type: 'button', class: 'clear', click: () => changed({ keys: new Map() }) }, 'Clear filters');
    this.element = element('form', { 'class': 'filters', 'aria-label': 'Filters', 'submit': (event) => event.preventDefault() },
      element('label', {}, 'Period (UTC) ', this.period), this.dates,
      [...this.selects].map(([{ title }, select]) => element('label', {}, `${title} `, select)), this.clear);
  }

  /** Shows what is selected. */
  public show({ range, keys }: Selection): void {
    this.typing &&= range !== undefined;
    const isShown = (preset: Preset) => preset.range?.first === range?.first && preset.range?.last === range?.last;
    const preset = this.typing ? -1 : this.presets.findIndex(isShown);
    this.period.selectedIndex = preset === -1 ? this.presets.length : preset;
    this.dates.hidden = preset !== -1;
    const { first, last } = range ?? this.model.days;
    [this.from.value, this.to.value] = [isoDay(first), isoDay(last)];
    for (const [filter, select] of this.selects) select.value = keys.has(filter.name) ? optionValue(keys.get(filter.name)!) : '';
    this.clear.hidden = range === undefined && keys.size === 0;
  }

  private choosePeriod(): void {
    this.typing = this.period.selectedIndex === this.presets.length;
    this.choose(this.chosenRange());
  }

  /** A day is invalid while the reader is typing it. */
  private chooseDays(): void {
    if (this.from.validity.valid && this.to.validity.valid) this.choose(this.typedRange());
  }

  private chosenRange(): DayRange | undefined {
    const preset = this.presets.at(this.period.selectedIndex);
    return preset ? preset.range : this.typedRange();
  }

  /** The days in the fields, in ascending order. */
  private typedRange(): DayRange | undefined {
    const days = [this.from, this.to].map(({ value }) => parseDay(value)).filter((day) => day !== undefined);
    return days.length === 2 ? { first: Math.min(...days), last: Math.max(...days) } : undefined;
  }

  private choose(range?: DayRange): void {
    const keys = new Map<string, Key | null>();
    for (const [{ name }, { value }] of this.selects) if (value !== '') keys.set(name, value === NONE ? null : value.slice(1));
    this.changed({ range, keys });
  }
}

/** The value of the option for rows without a key. Values for keys begin with an equals sign. */
const NONE = 'none';

function optionValue(key: Key | null): string {
  return key === null ? NONE : `=${key}`;
}

function selectOf({ values, none }: Filter, changed: () => void): HTMLSelectElement {
  const select = element('select', { change: changed });
  fill(select, element('option', { value: '' }, 'All'), values.map(({ key, text }) => element('option', { value: optionValue(key) }, text)),
    none !== undefined && element('option', { value: NONE }, none));
  return select;
}

function presets({ clock, days: { last } }: ReportModel): Preset[] {
  const thisMonth = ownRange('month to date', clock)!;
  const monthStart = dateOf(thisMonth.first);
  const lastMonth = { first: rangeBefore(thisMonth).first, last: dayOf(monthStart.getTime()) - 1 };
  return [
    { title: 'As each question says' },
    { title: 'Month to date', range: thisMonth },
    { title: 'Last month', range: lastMonth },
    { title: 'Last 7 days', range: { first: last - 6, last } },
    { title: 'Last 30 days', range: { first: last - 29, last } },
  ];
}
