import { Key } from '../../cube/cube';
import { Evaluation } from '../../evaluate/evaluation';
import { Member } from '../../evaluate/member';
import { Question } from '../question';

/** A visual in the page. */
export interface Picture {
  readonly element: HTMLElement;
  /** The current period, and the period before. */
  draw(evaluation: Evaluation, before?: Evaluation): void;
}

/** The part of the page that pictures use. */
export interface Scene {
  readonly question: Question;
  /** The address of the sheet that shows one value of a dimension; undefined if there is none. */
  linkOf(dimension: string, key: Key): string | undefined;
  open(address: string): void;
}

/** The address of a member of a role. */
export function memberLink({ linkOf }: Scene, dimension: string, { key }: Member): string | undefined {
  return key === null ? undefined : linkOf(dimension, key);
}

export function sameMember(a: Member, b: Member): boolean {
  return a.kind === b.kind && a.key === b.key;
}

/** A key that differs between members, even if they have the same name. */
export function memberId({ kind, key }: Member): string {
  return `${kind} ${typeof key} ${key}`;
}

/** The different members that groups have for one role, in order. */
export function membersAt(groups: readonly { readonly members: readonly Member[] }[], place: number): Member[] {
  const members: Member[] = [];
  const known = new Set<string>();
  for (const { members: all } of groups) {
    const id = memberId(all[place]);
    if (!known.has(id)) members.push(all[place]);
    known.add(id);
  }
  return members;
}
