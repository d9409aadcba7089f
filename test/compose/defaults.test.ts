import { readFileSync } from 'fs';
import { join } from 'path';
import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as ts from 'typescript';
import * as library from '../../src';
import { pipeline } from '../support/app';

const { UsageCatalog, UsageStorage } = library;
const SRC = join(__dirname, '../../src');

/** What `@default` says, by property, of every optional property of the public interfaces of a source file. */
function documentedDefaults(file: string): Map<string, string> {
  const path = join(SRC, `${file}.ts`);
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const properties = source.statements.filter(ts.isInterfaceDeclaration).filter(isPublic)
    .flatMap(({ name, members }) => members.map((member) => ({ key: `${name.text}.${member.name!.getText()}`, member })));
  return new Map(properties.filter(({ member }) => member.questionToken).map(({ key, member }) => [key, defaultOf(member)]));
}

function isPublic({ name, modifiers }: ts.InterfaceDeclaration): boolean {
  const exported = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
  return exported && new RegExp(`\\b${name.text}\\b`).test(`${INDEX} ApiUsageAnalyticsProps`);
}

const INDEX = readFileSync(join(SRC, 'index.ts'), 'utf8');

function defaultOf(member: ts.TypeElement): string {
  const tags = ts.getJSDocTags(member).filter(({ tagName }) => tagName.text === 'default');
  return tags.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join();
}

/** The expression of a `@default`, as the library's user would write it. */
function valueOf(expression: string): unknown {
  const names = { ...library, Duration, events, RemovalPolicy, RetentionDays, Size };
  return new Function(...Object.keys(names), `return ${expression};`)(...Object.values(names)) as unknown;
}

const documented = new Map([...INDEX.matchAll(/from '\.\/(.*)'/g)].flatMap(([, file]) => [...documentedDefaults(file)]));
const inCode = (name: string) => [...documented].filter(([key, text]) => key.startsWith(`${name}.`) && !/^- /.test(text))
  .map(([key, text]) => [key.slice(name.length + 1), text]);

const templateOf = (props: library.ApiUsageAnalyticsProps) => Template.fromStack(pipeline(props).stack).toJSON();
const byDefault = templateOf({});

test('every option documents its default', () => {
  expect([...documented].filter(([, text]) => text === '')).toEqual([]);
  expect(documented.size).toBeGreaterThan(15);
});

test.each(inCode('ApiUsageAnalyticsProps'))('%s: %s gives the same template as leaving it out', (prop, expression) => {
  expect(templateOf({ [prop]: valueOf(expression) })).toEqual(byDefault);
});

test.each(inCode('ManagedStorageOptions'))('UsageStorage.managed %s: %s', (option, expression) => {
  const options: library.ManagedStorageOptions = { [option]: valueOf(expression) };
  expect(templateOf({ storage: UsageStorage.managed(options) })).toEqual(byDefault);
});

test.each(inCode('CrawledCatalogOptions'))('UsageCatalog.crawled %s: %s', (option, expression) => {
  expect(templateOf({ catalog: UsageCatalog.crawled({ [option]: valueOf(expression) }) })).toEqual(byDefault);
});

test.each(inCode('ProjectedCatalogOptions'))('UsageCatalog.projected %s: %s', (option, expression) => {
  const options: library.ProjectedCatalogOptions = { [option]: valueOf(expression) };
  expect(templateOf({ catalog: UsageCatalog.projected(options) })).toEqual(templateOf({ catalog: UsageCatalog.projected() }));
});

test.each(inCode('UsageAlarmsOptions'))('addAlarms %s: %s', (option, expression) => {
  const alarmsWith = (options?: library.UsageAlarmsOptions) => {
    const { stack, usage } = pipeline();
    usage.addAlarms(options);
    return Template.fromStack(stack).toJSON();
  };
  expect(alarmsWith({ [option]: valueOf(expression) })).toEqual(alarmsWith());
});
