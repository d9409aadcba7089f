import { readFileSync } from 'fs';
import { join } from 'path';
import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as ts from 'typescript';
import { ApiUsageAnalyticsProps, CallerAddress, ManagedStorageOptions, ProjectedCatalogOptions, RecordFormat, UsageCatalog, UsageStorage } from '../../src';
import { pipeline } from '../support/app';

/** What `@default` says, by property, of every interface of a source file. */
function documentedDefaults(file: string): Map<string, string> {
  const path = join(__dirname, '../../src', file);
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const properties = source.statements.filter(ts.isInterfaceDeclaration).filter((declaration) => /(Props|Options)$/.test(declaration.name.text))
    .flatMap(({ name, members }) => members.map((member) => ({ key: `${name.text}.${member.name!.getText()}`, member })));
  return new Map(properties.map(({ key, member }) => [key, defaultOf(member)]));
}

function defaultOf(member: ts.TypeElement): string {
  const tags = ts.getJSDocTags(member).filter(({ tagName }) => tagName.text === 'default');
  return tags.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join();
}

/** The expression of a `@default`, as the library's user would write it. */
function valueOf(expression: string): unknown {
  const names = { CallerAddress, Duration, events, RecordFormat, RemovalPolicy, RetentionDays, Size, UsageCatalog, UsageStorage };
  return new Function(...Object.keys(names), `return ${expression};`)(...Object.values(names)) as unknown;
}

const FILES = ['props.ts', 'storage/usage-storage.ts', 'catalog/usage-catalog.ts', 'source/add-stage-options.ts'];
const documented = new Map(FILES.flatMap((file) => [...documentedDefaults(file)]));
const inCode = (name: string) => [...documented].filter(([key, text]) => key.startsWith(`${name}.`) && !/^- /.test(text))
  .map(([key, text]) => [key.slice(name.length + 1), text]);

const templateOf = (props: ApiUsageAnalyticsProps) => Template.fromStack(pipeline(props).stack).toJSON();
const byDefault = templateOf({});

test('every option says what its default is', () => {
  expect([...documented].filter(([, text]) => text === '')).toEqual([]);
  expect(documented.size).toBeGreaterThan(15);
});

test.each(inCode('ApiUsageAnalyticsProps'))('%s: %s is what the template has without it', (prop, expression) => {
  expect(templateOf({ [prop]: valueOf(expression) })).toEqual(byDefault);
});

test.each(inCode('ManagedStorageOptions'))('UsageStorage.managed %s: %s', (option, expression) => {
  const options: ManagedStorageOptions = { [option]: valueOf(expression) };
  expect(templateOf({ storage: UsageStorage.managed(options) })).toEqual(byDefault);
});

test.each(inCode('CrawledCatalogOptions'))('UsageCatalog.crawled %s: %s', (option, expression) => {
  expect(templateOf({ catalog: UsageCatalog.crawled({ [option]: valueOf(expression) }) })).toEqual(byDefault);
});

test.each(inCode('ProjectedCatalogOptions'))('UsageCatalog.projected %s: %s', (option, expression) => {
  const options: ProjectedCatalogOptions = { [option]: valueOf(expression) };
  expect(templateOf({ catalog: UsageCatalog.projected(options) })).toEqual(templateOf({ catalog: UsageCatalog.projected() }));
});
