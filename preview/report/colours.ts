/** Colours are CSS variables (report.css), for they differ between light and dark; the page and its script both name them. */
export type Colour = `--${string}`;

const SERIES = 10;
const GREYS = 3;

/** A colour for each name, in order; what stands in brackets is no real one, and grey. */
export function seriesColours(names: readonly string[]): Colour[] {
  const real = names.filter((name) => !isStandIn(name));
  const others = names.filter(isStandIn);
  return names.map((name): Colour => (isStandIn(name) ? `--grey-${others.indexOf(name) % GREYS}` : `--series-${real.indexOf(name) % SERIES}`));
}

function isStandIn(name: string): boolean {
  return name.startsWith('(');
}

const SHADES = 3;

/** A colour for each status, in order: its first digit makes the hue, its place among these the shade; 429 stands out. */
export function statusColours(statuses: readonly string[]): Colour[] {
  return statuses.map((status): Colour => {
    if (status === '429') return '--status-429';
    const hue = /^[2-5]\d\d$/.test(status) ? status[0] : 'other';
    const alike = statuses.filter((each) => each[0] === status[0] && each !== '429');
    return `--status-${hue}-${Math.min(alike.indexOf(status), SHADES - 1)}`;
  });
}
