/** How the account answers a question. */
export type Verdict = 'as believed' | 'otherwise' | 'not yet';

export interface Answer {
  readonly verdict: Verdict;
  /** What was found instead, or what is missing yet. */
  readonly found: string;
}

/** CloudFormation refuses a response above 4 KB, in which this text is escaped twice. */
const MAX_FOUND = 1000;

/** Believed, if nothing speaks against it. */
export function believed(against: readonly string[], verdict: Verdict = 'otherwise'): Answer {
  return against.length === 0 ? { verdict: 'as believed', found: '' } : { verdict, found: against.join('; ').slice(0, MAX_FOUND) };
}

/** What is not as expected, as text. */
export function differences(of: string, expected: Readonly<Record<string, unknown>>, found: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(expected).filter(([name, value]) => value !== found[name])
    .map(([name, value]) => `${of}: ${name} is ${JSON.stringify(found[name])}, not ${JSON.stringify(value)}`);
}
