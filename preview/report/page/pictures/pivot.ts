/// <reference lib="dom" />
import { Evaluation, Group } from '../../evaluate/evaluation';
import { Member } from '../../evaluate/member';
import { formatted } from '../../format';
import { dimensionOf, RoleName } from '../../metadata';
import { element, fill } from '../dom';
import { memberId, memberLink, membersAt, Picture, sameMember, Scene } from './picture';
import { PivotCells } from './pivot-cells';

/** A table of cells in groups that open and close. At first, only the first group is open. */
export class PivotPicture implements Picture {
  public readonly element: HTMLElement;
  private readonly content = element('div');
  private readonly select: HTMLSelectElement;
  private readonly open = new Map<string, boolean>();
  private evaluation?: Evaluation;

  constructor(private readonly scene: Scene) {
    const measures = scene.question.whole!.measures;
    const share = measures.findIndex(({ formula }) => formula.kind === 'share');
    this.select = element('select', { change: () => this.redraw() }, measures.map(({ label }, index) => element('option', { selected: index === Math.max(share, 0) }, label)));
    this.element = element('div', {}, measures.length > 1 && element('div', { class: 'controls' }, element('label', {}, 'Show ', this.select)), this.content);
  }

  public draw(evaluation: Evaluation): void {
    this.evaluation = evaluation;
    this.redraw();
  }

  private redraw(): void {
    const { title, id } = this.scene.question.data.question;
    fill(this.content, element('div', { 'class': 'scroll', 'tabindex': 0, 'role': 'region', 'aria-label': `${title}, table` }, this.table(title, id)));
  }

  private table(title: string, id: string): HTMLElement {
    const evaluation = this.evaluation!;
    const index = Math.max(this.select.selectedIndex, 0);
    const columns = membersAt(evaluation.groups('column'), 0);
    const cells = (...roles: readonly RoleName[]) => new PivotCells(evaluation.groups(...roles, 'column'), columns, evaluation.measures[index], index);
    return element('table', { class: 'pivot', id: `pivot-${id}` },
      element('caption', {}, `${title}: ${evaluation.measures[index].label.toLowerCase()}`),
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, this.heading()),
        columns.map((column) => element('th', { scope: 'col', class: 'number' }, this.linked('column', column))),
        element('th', { scope: 'col', class: 'number' }, 'All'))),
      evaluation.role('group') ? this.openingGroups(id, cells('group'), cells('group', 'row'))
        : element('tbody', {}, evaluation.groups('row').map((group) => this.row(group, cells('row')))),
      element('tfoot', {}, element('tr', {}, element('th', { scope: 'row' }, 'All'), cells().row(evaluation.groups()[0], false))));
  }

  private row(group: Group, cells: PivotCells): HTMLElement {
    const member = group.members[group.members.length - 1];
    return element('tr', {}, element('th', { scope: 'row' }, this.linked('row', member)), cells.row(group));
  }

  private openingGroups(id: string, groupCells: PivotCells, rowCells: PivotCells): HTMLElement[][] {
    const rows = this.evaluation!.groups('group', 'row');
    return this.evaluation!.groups('group').map((group, place) => this.openingGroup(`${id}-${place}`, group, place === 0, groupCells,
      rows.filter(({ members: [parent] }) => sameMember(parent, group.members[0])).map((row) => this.row(row, rowCells))));
  }

  private openingGroup(id: string, group: Group, first: boolean, cells: PivotCells, rows: readonly HTMLElement[]): HTMLElement[] {
    const [member] = group.members;
    const isOpen = this.open.get(memberId(member)) ?? first;
    const body = element('tbody', { id: `group-${id}`, hidden: !isOpen }, rows);
    const button = element('button', {
      'type': 'button',
      'aria-expanded': String(isOpen),
      'aria-controls': body.id,
      'click': () => {
        body.hidden = !body.hidden;
        button.setAttribute('aria-expanded', String(!body.hidden));
        this.open.set(memberId(member), !body.hidden);
      },
    }, member.text);
    return [element('tbody', { class: 'group' }, element('tr', {}, element('th', { scope: 'rowgroup' }, button), cells.row(group))), body];
  }

  private heading(): string {
    const titles = (['group', 'row'] as const).flatMap((name) => dimensionOf(this.evaluation!.visual, name)?.title ?? []);
    return titles.map((title, index) => index === 0 ? title : title.toLowerCase()).join(' and ');
  }

  private linked(role: RoleName, member: Member): HTMLElement | string {
    const dimension = dimensionOf(this.evaluation!.visual, role)!;
    if (member.kind !== 'key') return element('span', { class: 'stand-in' }, member.text);
    const shown = dimension.format === 'code' ? code(member.text) : dimension.label ? member.text : formatted(member.key, dimension.format);
    const address = memberLink(this.scene, dimension.name, member);
    return address === undefined ? shown : element('a', { href: address }, shown);
  }
}

/** The method above the path, which may break at slashes, so that the column is narrow. */
function code(text: string): HTMLElement {
  const [, method, path] = /^([A-Z]+) (\/.*)$/.exec(text) ?? [];
  if (path === undefined) return element('code', {}, text);
  return element('code', {}, element('span', { class: 'method' }, method), ' ', path.split(/(?<=\/)/).map((part) => [part, element('wbr')]));
}
