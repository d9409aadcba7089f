/// <reference lib="dom" />
import { Evaluation } from '../../evaluate/evaluation';
import { computedTable } from '../answer-table';
import { element, fill } from '../dom';
import { dataTable } from '../table';
import { Choice, choiceOf } from './choice';
import { membersAt, Picture, sameMember, Scene } from './picture';

/** The answer as a table. With a choice, it shows one value of the choice at a time. */
export class TablePicture implements Picture {
  public readonly element: HTMLElement;
  private readonly content = element('div');
  private readonly choice?: Choice;
  private evaluation?: Evaluation;

  constructor(private readonly scene: Scene) {
    this.choice = choiceOf(scene.question.data.visual!, () => this.redraw());
    this.element = element('div', {}, this.choice?.element, this.content);
  }

  public draw(evaluation: Evaluation): void {
    this.evaluation = evaluation;
    this.choice?.offer(membersAt(evaluation.groups('choice'), 0));
    this.redraw();
  }

  private redraw(): void {
    const { question } = this.scene;
    const place = question.data.visual!.roles.findIndex(({ role }) => role === 'choice');
    const chosen = this.choice?.chosen;
    const groups = this.evaluation!.answer().filter(({ members }) => chosen === undefined || sameMember(members[place], chosen));
    const table = computedTable(question, this.evaluation!, undefined, groups);
    fill(this.content, dataTable(question.data.question.title, table, this.scene));
  }
}
