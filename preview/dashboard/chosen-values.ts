import { InputError } from '../input-error';
import { Definition, Parameter } from './definition';

/** The definitions with other values of their parameters in place of the defaults. Each choice is `NAME=VALUE`. */
export function withChosenValues(definitions: readonly Definition[], choices: readonly string[]): Definition[] {
  const chosen = new Map<string, string[]>();
  for (const choice of choices) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(choice) ?? [];
    if (name === undefined) throw new InputError(`--parameter ${choice} must be NAME=VALUE, such as From=2026-10-01.`);
    chosen.set(name, [...chosen.get(name) ?? [], value]);
  }
  const names = definitions.flatMap(({ parameters }) => parameters.map(({ name }) => name));
  const unknown = [...chosen.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError(`--parameter ${unknown}: ${names.length === 0 ? 'the templates have no dashboard with parameters.'
      : `the dashboard has no such parameter. It has ${[...new Set(names)].join(', ')}.`}`);
  }
  return definitions.map((definition) => ({
    ...definition, parameters: definition.parameters.map((parameter) => withValues(parameter, chosen.get(parameter.name))),
  }));
}

function withValues(parameter: Parameter, values: readonly string[] | undefined): Parameter {
  if (values === undefined) return parameter;
  if (parameter.type === 'time' && (values.length > 1 || Number.isNaN(Date.parse(values[0])))) {
    throw new InputError(`--parameter ${parameter.name} must be one time, such as 2026-10-01 or 2026-10-01T12:00:00Z, but is ${values.join(' and ')}.`);
  }
  if (!parameter.several && values.length > 1) throw new InputError(`--parameter ${parameter.name} must be one value, but there are ${values.length}.`);
  return { ...parameter, values, expression: undefined };
}
