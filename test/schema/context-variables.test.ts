import * as preview from '../../preview/gateway/context-variables';
import { Column } from '../../src/schema/column';
import { COLUMNS } from '../../src/schema/columns';
import { carriesSecretKey, CONTEXT_VARIABLES, isContextVariable, isFromCaller } from '../../src/schema/context-variables';
import fc from '../support/fast-check';

const logged = COLUMNS.filter((column: Column) => column.variable !== undefined) as readonly (Column & { variable: string })[];

test('each column logs a variable that there is, and none that is secret', () => {
  expect(logged.filter(({ variable }) => !isContextVariable(variable) || carriesSecretKey(variable))).toEqual([]);
});

test('columns and variables agree on what a caller can choose', () => {
  expect(logged.filter(({ variable, fromCaller }) => isFromCaller(variable) !== (fromCaller ?? false))).toEqual([]);
});

describe('the list of the library and that of the preview', () => {
  /** API Gateway can log the secret value of a key. The library refuses it. */
  const SECRET = 'identity.apiKey';

  test('have the same variables', () => {
    expect(CONTEXT_VARIABLES.filter((name) => !preview.isContextVariable(name))).toEqual([]);
    expect([...preview.CONTEXT_VARIABLES].filter((name) => !isContextVariable(name))).toEqual([SECRET]);
  });

  test('agree on the names that the owner of an API chooses', () => {
    const part = fc.oneof(
      fc.constantFrom('authorizer', 'claims', 'requestOverride', 'responseOverride', 'stageVariables', 'header', 'path', 'querystring', 'status', 'X-Tenant'),
      fc.stringMatching(/^[\w-]{1,4}$/),
    );
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')), (name) => {
      expect(preview.isContextVariable(name)).toBe(isContextVariable(name));
    }), { numRuns: 2_000 });
  });
});
