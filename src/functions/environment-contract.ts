/** Converts one field of a function's configuration to an environment variable and back. */
interface Field<T> {
  readonly variable: string;
  readonly write: (value: T) => string;
  readonly read: (text: string) => T;
}

/** The configuration of a function. Synthesis writes it and Lambda reads it, both with the same table of fields. */
export interface EnvironmentContract<T> {
  toEnvironment(configuration: T): Record<string, string>;
  fromEnvironment(environment: NodeJS.ProcessEnv): T;
}

export const field = {
  text: (variable: string): Field<string> => ({ variable, write: (value) => value, read: (text) => text }),
  integer: (variable: string): Field<number> => ({ variable, write: String, read: (text) => readInteger(variable, text) }),
  choice: <C extends string>(variable: string, choices: readonly C[]): Field<C> =>
    ({ variable, write: (value) => value, read: (text) => readChoice(variable, choices, text) }),
  json: <V>(variable: string): Field<V> => ({ variable, write: (value) => JSON.stringify(value), read: (text) => JSON.parse(text) as V }),
};

export function environmentContract<T extends object>(fields: { readonly [K in keyof T]-?: Field<T[K]> }): EnvironmentContract<T> {
  const entries = Object.entries(fields) as [keyof T & string, Field<unknown>][];
  return {
    toEnvironment: (configuration) =>
      Object.fromEntries(entries.map(([name, { variable, write }]) => [variable, write(configuration[name])])),
    fromEnvironment: (environment) =>
      Object.fromEntries(entries.map(([name, { variable, read }]) => [name, read(present(environment, variable))])) as T,
  };
}

function present(environment: NodeJS.ProcessEnv, variable: string): string {
  const text = environment[variable];
  if (text === undefined) {
    throw new Error(`The environment variable ${variable} is missing. The ApiUsageAnalytics construct sets it: deploy its stack again.`);
  }
  return text;
}

function readInteger(variable: string, text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new Error(`${variable} must be a whole number, got '${text}'.`);
  return value;
}

function readChoice<C extends string>(variable: string, choices: readonly C[], text: string): C {
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined) throw new Error(`${variable} must be one of ${choices.join(', ')}, got '${text}'.`);
  return choice;
}
