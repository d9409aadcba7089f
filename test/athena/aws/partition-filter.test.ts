import { GlueError } from './glue-error';
import { partitionFilter } from './partition-filter';

const KEYS = ['year', 'month'];

test.each([
  ['', true],
  ['((year = \'2026\')) AND ((month = \'11\'))', true],
  ['((year = \'2026\')) AND ((month = \'10\'))', false],
  ['(year = \'2025\') OR (month = \'11\' AND year = \'2026\')', true],
  ['((month in (\'10\', \'11\')))', true],
  ['((month in (\'10\', \'12\')))', false],
  ['((month >= \'09\') AND (month < \'11\'))', false],
  ['((month > \'09\') AND (month <= \'11\'))', true],
  ['year <> \'2026\'', false],
  ['month != \'it\'\'s\'', true],
])('of the partition 2026/11, the filter %s is %s', (expression, holds) => {
  expect(partitionFilter(expression, KEYS)(['2026', '11'])).toBe(holds);
});

test.each([
  'year', 'day = \'1\'', 'year = 2026', 'year LIKE \'2%\'', 'year = \'2026\' AND', '(year = \'2026\'', 'year in \'2026\'', 'year in (\'2026\'',
  'year = \'2026\' month', 'year ~ \'2026\'',
])('the filter %s is refused', (expression) => {
  expect(() => partitionFilter(expression, KEYS)).toThrow(GlueError);
});
