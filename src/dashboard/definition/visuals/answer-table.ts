import { NamedQuery } from '../../../query/named-query';
import { SqlQuestion } from '../../../query/question';
import { DataSet } from '../../data-sets/data-set';
import { sortOrder } from '../../data-sets/sort-order';
import { DrawnVisual, GRID_COLUMNS, subtitled, titled } from '../drawn-visual';
import { fieldId } from '../field-id';
import { sortedBy } from '../fields';
import { valueFormat } from '../formats';

const ROWS = 12;

/** The answer of a question's own statement, as a table: its period is part of the statement, whatever the controls choose. */
export function answerTable({ id, title, question, note, about, answer }: SqlQuestion, { sql }: NamedQuery, dataSet: DataSet): DrawnVisual {
  const fields = answer.map(({ name, label, format }, index) => ({
    name,
    well: {
      fieldId: fieldId(id, index),
      column: { dataSetIdentifier: dataSet.identifier, columnName: label },
      formatConfiguration: valueFormat(format),
    },
  }));
  const order = sortOrder(sql, answer.map(({ name }) => name));
  return {
    visualId: id,
    dataSet,
    columns: GRID_COLUMNS,
    rows: ROWS,
    selectable: false,
    visual: {
      tableVisual: {
        visualId: id,
        title: titled(title),
        subtitle: subtitled([question, ...note === undefined ? [] : [note], `Period: ${about}.`].join(' ')),
        chartConfiguration: {
          fieldWells: { tableUnaggregatedFieldWells: { values: fields.map(({ well }) => well) } },
          sortConfiguration: {
            rowSort: order.map(({ column, direction }) => sortedBy(fields.find(({ name }) => name === column)!.well, direction)),
          },
        },
      },
    },
  };
}
