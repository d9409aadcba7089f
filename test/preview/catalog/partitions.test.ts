import { GlueTable } from '../../../preview/catalog/glue-table';
import { isPartition } from '../../../preview/catalog/partitions';

const table = (parameters: Record<string, string> = {}): GlueTable => ({
  database: 'd', name: 't', bucket: 'b', prefix: 'logs/', columns: [], partitionKeys: ['year', 'month'], parquet: false, parameters, input: {},
});
const projected = (more: Record<string, string> = {}) => table({
  'projection.enabled': 'true',
  'projection.year.type': 'integer',
  'projection.year.range': '2026,2030',
  'projection.month.type': 'integer',
  'projection.month.range': '1,12',
  'projection.month.digits': '2',
  ...more,
});

test.each<[string, GlueTable, string, boolean]>([
  ['registered', table(), 'year=2026/month=05/', true],
  ['registered, of any value', table(), 'year=1/month=x/', true],
  ['one folder too few', table(), 'year=2026/', false],
  ['another name', table(), 'year=2026/day=05/', false],
  ['no name', table(), '2026/05/', false],
  ['projected', projected(), 'year=2026/month=05/', true],
  ['before the range', projected(), 'year=2025/month=05/', false],
  ['after the range', projected(), 'year=2026/month=13/', false],
  ['fewer digits than projected', projected(), 'year=2026/month=5/', false],
  ['more digits than projected', projected({ 'projection.month.digits': '1' }), 'year=2026/month=05/', false],
  ['between the steps', projected({ 'projection.year.interval': '2' }), 'year=2027/month=05/', false],
  ['one of a list', projected({ 'projection.month.type': 'enum', 'projection.month.values': '05,06' }), 'year=2026/month=06/', true],
  ['none of a list', projected({ 'projection.month.type': 'enum', 'projection.month.values': '05,06' }), 'year=2026/month=07/', false],
])('%s', (_what, glueTable, folder, expected) => {
  expect(isPartition(glueTable, folder)).toBe(expected);
});

test('a key without type is refused, as Athena does', () => {
  expect(() => isPartition(projected({ 'projection.month.type': '' }), 'year=2026/month=05/')).toThrow('month');
});
