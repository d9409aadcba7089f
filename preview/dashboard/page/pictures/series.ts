import { answerFor, idOf, memberOf, membersOf, numberOf } from './groups';
import { MemberColours, nameColour } from '../../../report/colours';
import { Member } from '../../../report/evaluate/member';
import { PlottedSeries } from '../../../report/page/charts/plot';
import { VisualData } from '../../dashboard-data';
import { written } from '../../format';

/** The numbers of a chart. There is a series for each colour, or for each measure. */
export interface Chart {
  readonly axis: readonly Member[];
  readonly series: readonly PlottedSeries[];
}

export function seriesOf(visual: VisualData): Chart {
  const { dimensions, values } = visual;
  const category = dimensions.findIndex(({ role }) => role === 'category');
  const colour = dimensions.findIndex(({ role }) => role === 'colour');
  const { groups } = answerFor(visual, dimensions.map((_, index) => index));
  const axis = membersOf(groups, category, dimensions[category]);
  const places = new Map(axis.map((member, place) => [idOf(member), place]));
  const column = (of: typeof groups, value: number) => {
    const numbers = new Array<number | null>(axis.length).fill(null);
    for (const group of of) numbers[places.get(idOf(memberOf(group, category, dimensions[category])))!] = numberOf(group.values[value]);
    return numbers;
  };
  if (colour === -1) {
    return {
      axis,
      series: values.map(({ label, format }, place) => ({
        name: label,
        colour: nameColour(label.toLowerCase().replaceAll(' ', '_'), place),
        values: column(groups, place),
        inWords: (value) => written(value ?? null, format),
      })),
    };
  }
  const members = membersOf(groups, colour, dimensions[colour]);
  const colours = new MemberColours(members);
  return {
    axis,
    series: members.map((member) => ({
      name: member.text,
      colour: colours.of(member),
      values: column(groups.filter((group) => idOf(memberOf(group, colour, dimensions[colour])) === idOf(member)), 0),
    })),
  };
}

/** The numbers as text, for readers who cannot see the chart. */
export function inWords({ axis, series }: Chart, writeAll: (value: number | null) => string): string {
  return axis.map(({ text }, place) => {
    const known = series.filter(({ values }) => values[place] !== null);
    return `${text}: ${known.map(({ name, values, inWords: write = writeAll }) => series.length === 1 ? write(values[place]) : `${name} ${write(values[place])}`).join(', ') || 'none'}`;
  }).join('; ');
}
