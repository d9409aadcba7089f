import { compareKeys, Member } from './evaluate/member';

/** Colours are CSS variables (report.css), because they differ between light and dark mode. */
export type Colour = `--${string}`;

const SERIES = 10;
const GREYS = 3;
const SHADES = 3;

/** Names of good, failed or refused outcomes have the same colours in every chart. */
const MEANINGS: readonly (readonly [meaning: RegExp, colour: Colour])[] = [
  [/^(ok|2xx)$/, '--status-2-0'],
  [/^(1xx|3xx)$/, '--status-3-1'],
  [/quota_exceeded|^rejected$/, '--status-quota'],
  [/throttled/, '--status-429'],
  [/unauthorised/, '--status-4-2'],
  [/client_error|^4xx$/, '--status-4-0'],
  [/server_error|^5xx$/, '--status-5-0'],
];

/** The colours of a chart's members. They are assigned without filters, so that a filter does not change them. */
export class MemberColours {
  private readonly colours = new Map<string, Colour>();
  private readonly members: Member[] = [];

  constructor(whole: readonly Member[]) {
    whole.forEach((member) => this.of(member));
    const statuses = whole.filter(({ text }) => isStatus(text));
    if (statuses.length > 0) this.colourStatuses([...statuses].sort((a, b) => compareKeys(a.text, b.text)));
  }

  public of(member: Member): Colour {
    const id = `${member.kind} ${member.key}`;
    if (!this.colours.has(id)) {
      const alike = this.members.filter(({ kind }) => (kind === 'key') === (member.kind === 'key')).length;
      this.members.push(member);
      this.colours.set(id, member.kind === 'key' ? nameColour(String(member.key), alike) : `--grey-${alike % GREYS}`);
    }
    return this.colours.get(id)!;
  }

  /** The first digit of a status decides the hue, and its place among equal digits the shade. 429 has its own colour. */
  private colourStatuses(statuses: readonly Member[]): void {
    const shades = new Map<string, number>();
    for (const { kind, key, text } of statuses) {
      const shade = shades.get(text[0]) ?? 0;
      if (text !== '429') shades.set(text[0], shade + 1);
      this.colours.set(`${kind} ${key}`, text === '429' ? '--status-429' : `--status-${text[0]}-${Math.min(shade, SHADES - 1)}`);
    }
  }
}

/** The colour of a name with a fixed meaning, or else of its place. */
export function nameColour(name: string, place: number): Colour {
  return MEANINGS.find(([meaning]) => meaning.test(name))?.[1] ?? `--series-${place % SERIES}`;
}

function isStatus(text: string): boolean {
  return /^[2-5]\d\d$/.test(text);
}
