/// <reference lib="dom" />
import { Evaluation } from '../../evaluate/evaluation';
import { formatted, percent } from '../../format';
import { Measure } from '../../metadata';
import { element, fill } from '../dom';
import { Picture } from './picture';

/** A tile for each measure, with its value and its change since the period before. */
export class KpiPicture implements Picture {
  public readonly element = element('dl', { class: 'facts' });

  public draw(evaluation: Evaluation, before?: Evaluation): void {
    const now = evaluation.groups()[0].values;
    const earlier = before?.groups()[0].values;
    fill(this.element, evaluation.measures.map((measure, index) => tile(measure, now[index], earlier?.[index] ?? null)));
  }
}

function tile(measure: Measure, now: number | null, before: number | null): HTMLElement {
  return element('div', {},
    element('dt', {}, measure.label),
    element('dd', {}, formatted(now, measure.format)),
    element('dd', { class: 'explanation' }, change(measure, now, before)));
}

/** The change in words: percentage points for a share, percent for any other measure. */
function change({ format, better }: Measure, now: number | null, before: number | null): (HTMLElement | string)[] {
  if (now === null || before === null) return ['no value one month before'];
  const was = `from ${formatted(before, format)}`;
  const difference = format === 'percent' ? now - before : before === 0 ? NaN : now / before - 1;
  if (Number.isNaN(difference)) return [was];
  const size = format === 'percent' ? `${Math.abs(difference * 100).toFixed(1)} points` : percent(Math.abs(difference));
  if (difference === 0) return ['unchanged'];
  const good = better === 'neither' ? undefined : (difference > 0) === (better === 'higher');
  const className = good === undefined ? 'change' : good ? 'change good' : 'change bad';
  return [element('span', { class: className }, `${difference > 0 ? '▲' : '▼'} ${size}`), ` ${was}`];
}
