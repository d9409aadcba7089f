import { InputError } from '../input-error';
import { AccountContents } from './account';
import { readJsonObject } from '../template/read-json';

/** The lists of a directory file: the field that identifies an element, and what each list belongs to. */
const LISTS: Record<keyof AccountContents, { readonly identifier: string; readonly byOwner?: string }> = {
  restApis: { identifier: 'id' },
  stages: { identifier: 'stageName', byOwner: 'API_ID' },
  usagePlans: { identifier: 'id' },
  apiKeys: { identifier: 'id' },
  usagePlanKeys: { identifier: 'id', byOwner: 'PLAN_ID' },
};

/** Reads a file of APIs, stages, usage plans and API keys. */
export function readDirectoryFile(file: string): AccountContents {
  const contents = readJsonObject<Record<string, unknown>>(file, '--directory');
  const fail = (problem: string): never => {
    throw new InputError(`--directory ${file}: ${problem}.`);
  };
  const allowed = Object.keys(LISTS);
  for (const name of Object.keys(contents)) {
    if (!allowed.includes(name)) fail(`${name} is not one of the lists ${allowed.join(', ')}`);
  }
  const elements = (list: unknown, where: string, identifier: string): unknown[] => {
    if (!Array.isArray(list)) return fail(`${where} must be a list, but is ${JSON.stringify(list).slice(0, 60)}`);
    const firstWith = new Map<string, number>();
    list.forEach((element, index) => {
      checkElement(element, `${where}[${index}]`, identifier, fail);
      const id = (element as Record<string, string>)[identifier];
      const first = firstWith.get(id);
      if (first !== undefined) fail(`${where}[${first}] and ${where}[${index}] have the same ${identifier} ${JSON.stringify(id)}. Change or remove one of them`);
      firstWith.set(id, index);
    });
    return list;
  };
  return Object.fromEntries(Object.entries(LISTS).map(([name, { identifier, byOwner }]) => {
    const value = contents[name] ?? (byOwner ? {} : []);
    if (!byOwner) return [name, elements(value, name, identifier)];
    if (typeof value !== 'object' || Array.isArray(value)) return fail(`${name} must be an object from ${byOwner} to a list`);
    return [name, Object.fromEntries(Object.entries(value!).map(([owner, list]) => [owner, elements(list, `${name}.${owner}`, identifier)]))];
  })) as unknown as AccountContents;
}

function checkElement(element: any, where: string, identifier: string, fail: (problem: string) => never): void {
  if (typeof element !== 'object' || element === null || Array.isArray(element)) fail(`${where} must be an object, but is ${JSON.stringify(element)}`);
  const id = element[identifier];
  if (typeof id !== 'string' || id === '') fail(`${where} must have a string as ${identifier}, but ${id === undefined ? 'has none' : `has ${JSON.stringify(id)}`}`);
  if (element.apiStages !== undefined && !isListOfObjects(element.apiStages)) fail(`${where}.apiStages must be a list of objects with apiId and stage, but is ${JSON.stringify(element.apiStages).slice(0, 60)}`);
  for (const [name, date] of Object.entries(element)) {
    if (!/Date$/.test(name) || typeof date === 'number') continue;
    if (typeof date !== 'string' || Number.isNaN(Date.parse(date))) fail(`${where}.${name} must be an ISO 8601 time or seconds since 1970, but is ${JSON.stringify(date)}`);
  }
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null);
}
