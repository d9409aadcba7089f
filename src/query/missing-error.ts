import { DIMENSION_NAMES } from './dimensions';
import { Missing } from './visuals/resolved-visual';
import { nearestName } from '../synth/nearest-name';

/** What to say to a user whose question names something that the pipeline does not have. */
export function missingError(argument: string, id: string, { what, name, available }: Missing): string {
  if (what === 'day') return `${argument} (${id}) names the view '${name}', which does not have the days of requests. Choose one of ${available.join(', ')}.`;
  const known = what === 'dimension' ? [...DIMENSION_NAMES, ...available] : available;
  const near = nearestName(name, known);
  return `${argument} (${id}) names the ${what} '${name}', which the pipeline does not have. ${near === undefined ? '' : `Did you mean '${near}'? `}`
    + `It has ${known.join(', ')}.`;
}
