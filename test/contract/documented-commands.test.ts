import { execFileSync } from 'child_process';
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { DocumentedCommand, documentedCommands } from './documented-commands';
import { MOTO_VERSION } from './moto';
import { pythonOf, pythonPackage } from '../support/python-package';

const ROOT = join(__dirname, '../..');
const PAGES = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(ROOT, 'docs')).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`)];

/** Options that the CLI has for all commands, and commands that it has beside the operations of the services. */
const GLOBAL_OPTIONS = ['output', 'query', 'region', 'profile', 'cli-binary-format'];
const S3_COMMANDS = ['cp', 'mv', 'rm', 'ls', 'sync'];

/** Prints, by `service operation`, the options, which of them are required, and the members of the answer. */
const MODELS = `
import json, sys
from botocore import xform_name
from botocore.session import Session
session = Session()
answer = {}
for service, operation in json.load(sys.stdin):
    model = session.get_service_model(service)
    name = next((name for name in model.operation_names if xform_name(name, '-') == operation), None)
    if name is None:
        continue
    shape, output = model.operation_model(name).input_shape, model.operation_model(name).output_shape
    answer[service + ' ' + operation] = {
        'options': [xform_name(member, '-') for member in (shape.members if shape else [])],
        'required': [xform_name(member, '-') for member in (shape.required_members if shape else [])],
        'answer': list(output.members) if output else [],
    }
print(json.dumps(answer))
`;

interface Model {
  readonly options: readonly string[];
  readonly required: readonly string[];
  readonly answer: readonly string[];
}

const commands = PAGES.flatMap((page) => documentedCommands(page, readFileSync(join(ROOT, page), 'utf8')));
const operations = commands.filter(({ service }) => service !== 's3');
let models: Readonly<Record<string, Model>>;

beforeAll(() => {
  // The CLI takes its commands from botocore, which moto brings with it.
  const python = pythonOf(pythonPackage('moto', MOTO_VERSION, '[glue]', 'flask', 'flask-cors'));
  const input = JSON.stringify(operations.map(({ service, operation }) => [service, operation]));
  models = JSON.parse(execFileSync(python, ['-c', MODELS], { input, encoding: 'utf8' })) as Record<string, Model>;
});

function mistakes({ service, operation, options, query, whole }: DocumentedCommand): string[] {
  if (!(`${service} ${operation}` in models)) return ['is no operation'];
  const model = models[`${service} ${operation}`];
  const queried = query === undefined ? undefined : /^[A-Za-z]\w*/.exec(query)?.[0];
  return [
    ...options.filter((option) => ![...model.options, ...GLOBAL_OPTIONS].includes(option)).map((option) => `has no option --${option}`),
    ...model.required.filter((option) => whole && !options.includes(option)).map((option) => `needs --${option}`),
    ...queried !== undefined && !model.answer.includes(queried) ? [`answers no ${queried}`] : [],
  ];
}

test('the pages have commands of several services', () => {
  expect(new Set(commands.map(({ service }) => service)).size).toBeGreaterThan(5);
});

test('the AWS CLI has every command that a page shows, with its options and answers', () => {
  expect(operations.flatMap((command) => mistakes(command).map((mistake) => `${command.page}: aws ${command.service} ${command.operation} ${mistake}`))).toEqual([]);
  expect(commands.filter(({ service, operation }) => service === 's3' && !S3_COMMANDS.includes(operation))).toEqual([]);
});
