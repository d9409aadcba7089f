import { Column } from '../../src/schema/column';
import { COLUMNS } from '../../src/schema/columns';
import { carriesSecretKey, isContextVariable, isFromCaller } from '../../src/schema/context-variables';

const logged = COLUMNS.filter((column: Column) => column.variable !== undefined) as readonly (Column & { variable: string })[];

test('each column logs a variable that there is, and none that is secret', () => {
  expect(logged.filter(({ variable }) => !isContextVariable(variable) || carriesSecretKey(variable))).toEqual([]);
});

test('columns and variables agree on what a caller can choose', () => {
  expect(logged.filter(({ variable, fromCaller }) => isFromCaller(variable) !== (fromCaller ?? false))).toEqual([]);
});
