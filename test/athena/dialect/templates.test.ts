import { lintDialect } from './dialect-lint';
import { templateStatements } from './template-statements';
import { App } from '../../../preview/template/app';
import { templatesOfAssembly } from '../../../preview/template/cloud-assembly';
import { APPS } from '../../lint/apps';

const linted = new Set<string>();

test.each(Object.entries(APPS))('Athena and DuckDB answer every view and question of %s alike', (_name, make) => {
  const statements = templateStatements(new App(templatesOfAssembly(make().synth().directory)));
  expect(statements).not.toEqual([]);
  // Most pipelines have the same statements, which are long.
  const others = statements.filter(({ sql }) => !linted.has(sql));
  expect(others.flatMap(({ name, sql, tables }) => lintDialect(sql, tables).map((finding) => ({ name, ...finding })))).toEqual([]);
  others.forEach(({ sql }) => linted.add(sql));
});
