/// <reference lib="dom" />
import { Evaluation } from '../evaluate/evaluation';
import { Selection } from '../evaluate/selection';
import { Visual } from '../metadata';
import { AnswerTable, computedTable, statementTable } from './answer-table';
import { copyButton } from './copy';
import { csvOf, save } from './csv';
import { element, fill } from './dom';
import { BarPicture } from './pictures/bar';
import { HeatMapPicture } from './pictures/heat-map';
import { KpiPicture } from './pictures/kpi';
import { LinePicture } from './pictures/line';
import { Picture, Scene } from './pictures/picture';
import { PiePicture } from './pictures/pie';
import { PivotPicture } from './pictures/pivot';
import { TablePicture } from './pictures/table';
import { ReportModel } from './report-model';
import { scopeOf } from './scope';
import { dataTable } from './table';

const PICTURES: Readonly<Record<Visual['kind'], new (scene: Scene) => Picture>> = {
  kpi: KpiPicture, pie: PiePicture, bar: BarPicture, line: LinePicture, pivot: PivotPicture, table: TablePicture, heatMap: HeatMapPicture,
};

/** A question with its period and picture, and with its numbers and SQL in a section that opens. */
export class QuestionView {
  public readonly element: HTMLElement;
  private readonly scope = element('p', { class: 'scope' });
  private readonly content = element('div', { class: 'content' });
  private readonly numbers = element('div');
  private readonly behind: HTMLDetailsElement;
  private picture?: Picture;
  private selection: Selection = { keys: new Map() };

  constructor(private readonly scene: Scene, private readonly model: ReportModel) {
    const { question: { id, title, question, note }, visual, sql } = scene.question.data;
    const code = element('code', { id: `sql-${id}` }, sql);
    // A picture that is a table, or has one beside it, needs no table in the section.
    const isTable = !visual || visual.kind === 'table' || visual.kind === 'pie';
    this.behind = element('details', { hidden: isTable, toggle: () => this.showNumbers() }, element('summary', {}, 'These numbers as a table'), this.numbers);
    this.element = element('section', { 'aria-labelledby': id, 'class': visual?.kind === 'kpi' && 'tiles' },
      element('h2', { id }, title),
      element('p', { class: 'question' }, question),
      this.scope, this.content,
      note !== undefined && element('p', { class: 'note' }, note),
      element('div', { class: 'behind' }, this.behind,
        element('details', {}, element('summary', {}, 'SQL for Athena'), copyButton(code),
          element('pre', { 'tabindex': 0, 'role': 'region', 'aria-label': `SQL of ${title}` }, code)),
        element('button', { type: 'button', class: 'link', click: () => save(csvOf(this.table()), `${id}.csv`) }, 'Download CSV')));
  }

  public show(selection: Selection): void {
    this.selection = selection;
    const { question } = this.scene;
    this.scope.textContent = scopeOf(question, selection, this.model.filters);
    const evaluation = question.evaluate(selection);
    if (evaluation) this.draw(evaluation);
    else if (question.data.problem !== undefined) fill(this.content, element('p', { class: 'takeaway' }, `This question has no answer here: ${question.data.problem}`));
    else if (this.content.childElementCount === 0) fill(this.content, this.statementAnswer());
    this.showNumbers();
  }

  private draw(evaluation: Evaluation): void {
    if (evaluation.isEmpty) {
      fill(this.content, element('p', { class: 'takeaway' }, 'No request answers this.'));
      return;
    }
    this.picture ??= new PICTURES[evaluation.visual.kind](this.scene);
    if (!this.content.contains(this.picture.element)) fill(this.content, this.picture.element);
    this.picture.draw(evaluation, this.before(evaluation));
  }

  private before({ visual }: Evaluation): Evaluation | undefined {
    return visual.kind === 'kpi' ? this.scene.question.evaluateBefore(this.selection) : undefined;
  }

  private statementAnswer(): HTMLElement {
    const table = this.table();
    if (table.rows.length === 0) return element('p', { class: 'takeaway' }, 'The answer has no rows.');
    return this.tableOf(table);
  }

  private table(): AnswerTable {
    const evaluation = this.scene.question.evaluate(this.selection);
    return evaluation ? computedTable(this.scene.question, evaluation, this.before(evaluation)) : statementTable(this.scene.question, this.model);
  }

  private tableOf(table: AnswerTable): HTMLElement {
    return dataTable(this.scene.question.data.question.title, table, this.scene);
  }

  private showNumbers(): void {
    if (this.behind.open) fill(this.numbers, this.tableOf(this.table()));
  }
}
