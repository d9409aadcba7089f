/// <reference lib="dom" />
import { Member } from '../../evaluate/member';
import { dimensionOf, Visual } from '../../metadata';
import { element, fill } from '../dom';
import { sameMember } from './picture';

/** The control that chooses the one value that a picture shows. */
export class Choice {
  public readonly element: HTMLElement;
  private readonly select: HTMLSelectElement;
  private members: readonly Member[] = [];
  private chosenMember?: Member;

  constructor(label: string, changed: () => void) {
    this.select = element('select', {
      change: () => {
        this.chosenMember = this.members[this.select.selectedIndex];
        changed();
      },
    });
    this.element = element('div', { class: 'controls' }, element('label', {}, `${label} `, this.select));
  }

  /** Offers these values. The chosen value stays chosen if it is among them. */
  public offer(members: readonly Member[]): void {
    this.members = members;
    this.chosenMember = members.find((member) => this.chosenMember && sameMember(member, this.chosenMember)) ?? members[0];
    fill(this.select, members.map((member) => element('option', { selected: member === this.chosenMember }, member.text)));
  }

  public get chosen(): Member | undefined {
    return this.chosenMember;
  }
}

/** The control of a visual that has a choice. */
export function choiceOf(visual: Visual, changed: () => void): Choice | undefined {
  const dimension = dimensionOf(visual, 'choice');
  return dimension && new Choice(dimension.title, changed);
}
