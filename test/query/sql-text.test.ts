import { ViewDataSet } from '../../src/dashboard/data-sets/view-data-set';
import { dimensionOf } from '../../src/query/dimensions';
import { MONTH_TO_DATE } from '../../src/query/period';
import { viewsOf } from '../../src/query/views/views';
import { ResolvedVisual, resolveVisual } from '../../src/query/visuals/resolved-visual';
import { visualSql } from '../../src/query/visuals/visual-sql';
import { COLUMNS } from '../../src/schema/columns';

const VIEWS = viewsOf({ columns: COLUMNS, requestTables: ['logs'], bufferingSeconds: 300 });
const NONE = 'Acme\'s';

test.each(['customer', 'endpoint'])('a quote in what stands for a missing %s, or for the rest, is doubled', (name) => {
  const view = VIEWS.find((each) => each.name === 'usage_daily')!;
  const dimension = { ...dimensionOf(view, name)!, none: NONE };
  const visual = resolveVisual({
    kind: 'bar',
    view: view.name,
    measures: ['requests'],
    rankBy: 'requests',
    where: [],
    roles: [{ role: 'bar', dimension: name, order: 'measure', limit: 1, rest: 'all others\' requests' }],
  }, VIEWS) as ResolvedVisual;
  const sql = visualSql({ ...visual, roles: visual.roles.map((role) => ({ ...role, dimension })) }, MONTH_TO_DATE);
  expect(sql).toContain('\'Acme\'\'s\'');
  expect(sql).toContain('\'all others\'\' requests\'');

  const dataSet = new ViewDataSet({ identifier: 'usage', database: 'usage', view, whole: false, copied: false });
  dataSet.dimension({ ...dimension, title: 'Own' });
  expect(dataSet.sql).toContain('\'Acme\'\'s\'');
});
