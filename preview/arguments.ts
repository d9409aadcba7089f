import { resolve } from 'path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ESCAPINGS, Escaping } from './gateway/escaping';
import { InputError } from './input-error';
import { TRAFFIC_ARGUMENTS, trafficOptions } from './traffic/traffic-arguments';
import { TrafficOptions } from './traffic/traffic-options';

export interface PreviewArguments {
  readonly templates: readonly string[];
  /** The default is generated traffic. */
  readonly requests?: string;
  readonly traffic: TrafficOptions;
  readonly directory?: string;
  readonly escaping: Escaping;
  readonly pipeline?: string;
  readonly out: string;
  /** The output folder of an earlier preview, whose objects are copied into the buckets. */
  readonly after?: string;
  readonly query?: string;
  /** Values of the dashboard's parameters, each as `NAME=VALUE`. */
  readonly parameters?: readonly string[];
}

/** npm runs a script in the folder of its package. INIT_CWD is the folder in which the user called npm. */
const startFolder = process.env.INIT_CWD ?? process.cwd();
const path = (value: string): string => {
  if (value === '') throw new InvalidArgumentError('It is empty. Give a path.');
  return resolve(startFolder, value);
};

/** Parses the command line; undefined if it only asks for help. */
export function parseArguments(argv: readonly string[]): PreviewArguments | undefined {
  const command = new Command('preview')
    .usage('--template FILE… [--requests FILE.ndjson] [options]')
    .description('Runs the pipelines of synthesised templates on this machine, without an AWS account: from requests to files, tables and a report. '
      + 'The templates\' code is executed without a sandbox.')
    .addOption(new Option('--template <FILE...>', 'synthesised CloudFormation templates: the stack of the pipeline and the stacks of its APIs')
      .makeOptionMandatory().argParser((value: string, previous: string[] = []) => [...previous, path(value)]))
    .addOption(new Option('--requests <FILE.ndjson>', 'requests, one per line: a JSON object from $context variables to strings (docs/preview.md); default: generated traffic')
      .argParser(path))
    .addOption(new Option('--directory <FILE.json>', 'APIs, stages, usage plans and API keys (docs/preview.md); default: those of the templates, and for generated traffic invented plans and keys').argParser(path))
    .addOption(new Option('--escaping <WAY>', 'how quotes and backslashes in values are logged: none as they are, json escaped').choices(Object.keys(ESCAPINGS)).default('json'))
    .addOption(new Option('--pipeline <CONSTRUCT_ID>', 'path or id of the construct of a pipeline: the report and --query use its database, and requests of unknown stages go to its first stage; default: the first pipeline'))
    .addOption(new Option('--out <DIR>', 'output folder: a new or empty one, or one of an earlier preview, which is emptied').argParser(path).default(path('preview-out'), 'preview-out'))
    .addOption(new Option('--after <DIR>', 'output folder of an earlier preview of the same stack: its objects are copied into the buckets first, as an earlier deployment would have left them').argParser(path))
    .addOption(new Option('--parameter <NAME=VALUE...>', 'values of parameters of the dashboard, in place of their defaults: the dashboard shows the numbers for them'))
    .addOption(new Option('--query <SQL>', 'SQL, whose answer is written to stdout as CSV. The dialect is that of DuckDB (docs/preview.md). SQL can read and write local files').argParser((value) => {
      if (value.trim() === '') throw new InvalidArgumentError('It is empty. Give an SQL statement.');
      return value;
    }))
    .addHelpText('after', `
Output files in DIR:
  report.html            questions about the requests, with their answers
  dashboard.html         the QuickSight dashboard of the templates, with the
                         numbers of the requests
  s3/<bucket>/<key>      the objects of the buckets
  logs/<function>.log    the output of the functions
  preview.json           for each pipeline: objects, bytes, rows, and requests
                         delivered, failed (in error objects) and unresolved
                         (their stage is in no template)
  truth.json             totals of the generated requests, each counted once

Exit codes:
  0  every request is in a row or in an error object
  1  a request is in neither, or SQL or a function failed
  2  an argument or an input file is wrong`)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  TRAFFIC_ARGUMENTS.forEach((option) => command.addOption(option));
  try {
    const { template, parameter, ...options } = command.parse(argv, { from: 'user' }).opts();
    return { ...options, templates: template, parameters: parameter, traffic: trafficOptions(options as TrafficOptions) } as PreviewArguments;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return undefined;
    throw new InputError(`${error.message.replace(/^error: /, '').replace(/\s+/g, ' ').replace(/\.?$/, '.')} See --help.`);
  }
}
