import { compareKeys, Member } from './evaluate/member';

/** Colours are CSS variables (report.css), for they differ between light and dark. */
export type Colour = `--${string}`;

const SERIES = 10;
const GREYS = 3;
const SHADES = 3;

/** What is good, wrong or refused looks the same in every chart: by what stands in the name. */
const MEANINGS: readonly (readonly [meaning: RegExp, colour: Colour])[] = [
  [/^(ok|2xx)$/, '--status-2-0'],
  [/^(1xx|3xx)$/, '--status-3-1'],
  [/quota_exceeded|^rejected$/, '--status-quota'],
  [/throttled/, '--status-429'],
  [/unauthorised/, '--status-4-2'],
  [/client_error|^4xx$/, '--status-4-0'],
  [/server_error|^5xx$/, '--status-5-0'],
];

/** The colours of a chart's members. They are those of the whole, so that a filter changes none of them. */
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

  /** A status has the hue of its first digit, and its place among these makes the shade; 429 stands out. */
  private colourStatuses(statuses: readonly Member[]): void {
    const shades = new Map<string, number>();
    for (const { kind, key, text } of statuses) {
      const shade = shades.get(text[0]) ?? 0;
      if (text !== '429') shades.set(text[0], shade + 1);
      this.colours.set(`${kind} ${key}`, text === '429' ? '--status-429' : `--status-${text[0]}-${Math.min(shade, SHADES - 1)}`);
    }
  }
}

/** The colour of a name that means something, else that of its place. */
export function nameColour(name: string, place: number): Colour {
  return MEANINGS.find(([meaning]) => meaning.test(name))?.[1] ?? `--series-${place % SERIES}`;
}

function isStatus(text: string): boolean {
  return /^[2-5]\d\d$/.test(text);
}
