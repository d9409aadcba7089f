import { join } from 'path';
import { lintDialect } from './dialect-lint';
import { templateStatements } from './template-statements';
import { App } from '../../../preview/template/app';
import { APPS } from '../../lint/apps';

const linted = new Set<string>();

test.each(Object.entries(APPS))('Athena and DuckDB answer every view and question of %s alike', (_name, make) => {
  const assembly = make().synth();
  const statements = templateStatements(new App(assembly.stacks.map(({ templateFile }) => join(assembly.directory, templateFile))));
  expect(statements).not.toEqual([]);
  // Most pipelines have the same statements, which are long.
  const others = statements.filter(({ sql }) => !linted.has(sql));
  expect(others.flatMap(({ name, sql, tables }) => lintDialect(sql, tables).map((finding) => ({ name, ...finding })))).toEqual([]);
  others.forEach(({ sql }) => linted.add(sql));
});
