import { AccountContents, listOf } from './account';

/** The most names that a note lists. */
export const MOST_NAMES = 10;

/** Notes about names in a directory file that nothing defines. `declared` has the stages of the templates. */
export function danglingReferences(file: AccountContents, declared: AccountContents['stages']): string[] {
  const { apiKeys, usagePlans, usagePlanKeys } = file;
  const keys = new Set(apiKeys.map(({ id }) => id));
  const plans = new Set(usagePlans.map(({ id }) => id));
  const isStage = (apiId: string, stage: string) => [file.stages, declared]
    .some((stages) => listOf(stages, apiId).some(({ stageName }) => stageName === stage));
  const unknownKeys = Object.entries(usagePlanKeys).filter(([planId]) => plans.has(planId))
    .flatMap(([planId, members]) => members.filter(({ id }) => !keys.has(id)).map(({ id }) => `${id} in plan ${planId}`));
  const unknownStages = usagePlans.flatMap(({ id, apiStages = [] }) => apiStages.flatMap(({ apiId, stage }) => (
    apiId === undefined || stage === undefined || isStage(apiId, stage) ? [] : [`${apiId}/${stage} in plan ${id}`]
  )));
  return [
    ...note('ignores keys of plans that usagePlans does not list', Object.keys(usagePlanKeys).filter((id) => !plans.has(id))),
    ...note('ignores keys of plans that apiKeys does not list', unknownKeys),
    ...note('assumes that stages log to the pipeline which neither the directory nor the templates list', unknownStages),
  ];
}

function note(consequence: string, names: readonly string[]): string[] {
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return names.length > 0 ? [`the preview ${consequence}: ${names.slice(0, MOST_NAMES).join(', ')}${more}`] : [];
}
