import { InputError } from '../input-error';
import { Variables } from './context-variables';
import { Request } from './request-source';

/** The time of arrival at the delivery stream, if it is not the time of the request. It is not a `$context` variable. */
export const ARRIVAL = 'arrivalTimeEpoch';

const LATEST = Date.UTC(9999, 11, 31);

/** A time since 2001 in seconds. In milliseconds it would be a day of 1970. */
const SECONDS = /^\d{10}$/;

/** Parses one line of a requests file. */
export function parseRequest(text: string, line: number): Request {
  const fail = (problem: string): never => {
    throw new InputError(`line ${line}: ${problem}.`);
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    fail(`${shorten(text)} is not JSON. A line is one request, such as {"requestTimeEpoch":"1779012303000","status":"200"}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(`${shorten(text)} is not a JSON object from $context variables to strings`);
  const variables = value as Variables;
  for (const [name, each] of Object.entries(variables)) {
    if (typeof each !== 'string') fail(`the value of ${shorten(name)} is ${shorten(JSON.stringify(each))}, which is not a string. API Gateway logs strings, so write it in quotes`);
  }
  const epoch = (name: string): number => {
    const milliseconds = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const isSeconds = milliseconds !== undefined && SECONDS.test(milliseconds);
    if (milliseconds === undefined || isSeconds || !/^\d+$/.test(milliseconds) || Number(milliseconds) > LATEST) {
      const given = milliseconds === undefined ? 'missing' : shorten(JSON.stringify(milliseconds));
      fail(`${name} is ${given}${isSeconds ? ', which looks like seconds' : ''}. It must be a time in milliseconds since 1970, such as "1779012303000"`);
    }
    return Number(milliseconds);
  };
  const requestTime = epoch('requestTimeEpoch');
  return { line, arrival: Object.hasOwn(variables, ARRIVAL) ? epoch(ARRIVAL) : requestTime, variables };
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text || 'an empty line';
}
