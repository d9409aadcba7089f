/// <reference lib="dom" />
import { PlottedSeries } from '../charts/plot';
import { element, fill } from '../dom';

export type LegendEntry = Pick<PlottedSeries, 'name' | 'colour'>;

/** The names and colours of series. A click hides a series or shows it again. */
export class Legend {
  public readonly element = element('div', { 'class': 'legend', 'role': 'group', 'aria-label': 'Series' });
  private readonly hidden = new Set<string>();

  constructor(private readonly changed: () => void) {}

  public show(series: readonly LegendEntry[]): void {
    this.element.hidden = series.length < 2;
    fill(this.element, series.map(({ name, colour }) => {
      const button = element('button', { 'type': 'button', 'aria-pressed': !this.hidden.has(name) ? 'true' : 'false', 'click': () => this.toggle(name, button) },
        element('span', { class: 'swatch', style: `background: var(${colour})` }), name);
      return button;
    }));
  }

  /** The series that are not hidden. */
  public shown<Each extends LegendEntry>(series: readonly Each[]): readonly Each[] {
    return series.filter(({ name }) => !this.hidden.has(name));
  }

  private toggle(name: string, button: HTMLButtonElement): void {
    const hidden = !this.hidden.delete(name);
    if (hidden) this.hidden.add(name);
    button.setAttribute('aria-pressed', String(!hidden));
    this.changed();
  }
}
