import { InputError } from '../input-error';
import { AccountContents } from './account';
import { readJsonObject } from '../template/read-json';

/** The lists of a directory file: the field that identifies an element, and whether they are kept by the id of an owner. */
const LISTS: Record<keyof AccountContents, { readonly identifier: string; readonly byOwner?: string }> = {
  restApis: { identifier: 'id' },
  stages: { identifier: 'stageName', byOwner: 'API_ID' },
  usagePlans: { identifier: 'id' },
  apiKeys: { identifier: 'id' },
  usagePlanKeys: { identifier: 'id', byOwner: 'PLAN_ID' },
};

/** A file of APIs, stages, plans and keys, in the words of the SDK. */
export function readDirectoryFile(file: string): AccountContents {
  const contents = readJsonObject<Record<string, unknown>>(file, '--directory');
  const fail = (problem: string): never => {
    throw new InputError(`--directory ${file}: ${problem}.`);
  };
  const allowed = Object.keys(LISTS);
  for (const name of Object.keys(contents)) {
    if (!allowed.includes(name)) fail(`${name} is not a list it may have; these are ${allowed.join(', ')}`);
  }
  const elements = (list: unknown, where: string, identifier: string): unknown[] => {
    if (!Array.isArray(list)) return fail(`${where} is ${JSON.stringify(list).slice(0, 60)}, and must be a list`);
    const firstWith = new Map<string, number>();
    list.forEach((element, index) => {
      checkElement(element, `${where}[${index}]`, identifier, fail);
      const id = (element as Record<string, string>)[identifier];
      const first = firstWith.get(id);
      if (first !== undefined) fail(`${where}[${first}] and ${where}[${index}] have the same ${identifier} ${JSON.stringify(id)}; give each element its own, or remove one of the two`);
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
  if (typeof element !== 'object' || element === null || Array.isArray(element)) fail(`${where} is ${JSON.stringify(element)}, and must be an object`);
  const id = element[identifier];
  if (typeof id !== 'string' || id === '') fail(`${where} has ${id === undefined ? `no ${identifier}` : `the ${identifier} ${JSON.stringify(id)}`}, and needs a string`);
  if (element.apiStages !== undefined && !isListOfObjects(element.apiStages)) fail(`${where}.apiStages is ${JSON.stringify(element.apiStages).slice(0, 60)}, and must be a list of objects with apiId and stage`);
  for (const [name, date] of Object.entries(element)) {
    if (!/Date$/.test(name) || typeof date === 'number') continue;
    if (typeof date !== 'string' || Number.isNaN(Date.parse(date))) fail(`${where}.${name} is ${JSON.stringify(date)}, and must be an ISO 8601 time or seconds since 1970`);
  }
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null);
}
