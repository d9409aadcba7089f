import { resolve } from 'path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ESCAPINGS, Escaping } from './gateway/escaping';
import { InputError } from './input-error';
import { TRAFFIC_ARGUMENTS, trafficOptions } from './traffic/traffic-arguments';
import { TrafficOptions } from './traffic/traffic-options';

export interface PreviewArguments {
  readonly templates: readonly string[];
  /** Without it, traffic is made. */
  readonly requests?: string;
  readonly traffic: TrafficOptions;
  readonly directory?: string;
  readonly escaping: Escaping;
  readonly pipeline?: string;
  readonly out: string;
  /** The output folder of an earlier preview, whose files are kept. */
  readonly after?: string;
  readonly query?: string;
}

/** npm runs a script in the package's folder, and says here in which one the user was. */
const startFolder = process.env.INIT_CWD ?? process.cwd();
const path = (value: string): string => {
  if (value === '') throw new InvalidArgumentError('It is empty: give a path.');
  return resolve(startFolder, value);
};

/** The arguments of the command line; undefined if they only asked for help. */
export function parseArguments(argv: readonly string[]): PreviewArguments | undefined {
  const command = new Command('preview')
    .usage('--template FILE… [--requests FILE.ndjson] [options]')
    .description('Runs a synthesised usage analytics pipeline on this machine: requests become files and tables, without an AWS account.')
    .addOption(new Option('--template <FILE...>', 'synthesised CloudFormation templates; the stack of the pipeline and those of its APIs')
      .makeOptionMandatory().argParser((value: string, previous: string[] = []) => [...previous, path(value)]))
    .addOption(new Option('--requests <FILE.ndjson>', 'a request a line: a JSON object from $context variable to string; arrivalTimeEpoch, if given, is its arrival; default: believable traffic')
      .argParser(path))
    .addOption(new Option('--directory <FILE.json>', 'APIs, stages, plans and keys in place of those in the templates; default for made traffic: the preview\'s own plans and customers').argParser(path))
    .addOption(new Option('--escaping <WAY>', 'how API Gateway writes quotes and backslashes inside values').choices(Object.keys(ESCAPINGS)).default('json'))
    .addOption(new Option('--pipeline <CONSTRUCT_ID>', 'path of the construct whose database is the default one, and whose first stage gets requests of unknown stages; default: the first'))
    .addOption(new Option('--out <DIR>', 'folder for the output; a new or empty one, or one of an earlier preview').argParser(path).default(path('preview-out'), 'preview-out'))
    .addOption(new Option('--after <DIR>', 'output of an earlier preview of the same stack: its files are in the buckets from the start, to see a changed deployment read them').argParser(path))
    .addOption(new Option('--query <SQL>', 'answered on stdout as CSV; the dialect is DuckDB\'s, with the functions of Athena that docs/preview.md lists').argParser((value) => {
      if (value.trim() === '') throw new InvalidArgumentError('It is empty: give a statement of SQL.');
      return value;
    }))
    .addHelpText('after', `
Output: DIR/report.html, DIR/s3/<bucket>/<key>, DIR/logs/<function>.log, DIR/truth.json (totals of the requests made, each
counted once) and DIR/preview.json, with for each pipeline the requests delivered, failed (now error objects) and unresolved
(no stage of theirs in the templates), its objects, bytes and rows.
Exit code: 0 every request is a row or an error object; 1 one is neither, or SQL or a function failed; 2 bad argument or input.`)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  TRAFFIC_ARGUMENTS.forEach((option) => command.addOption(option));
  try {
    const { template, ...options } = command.parse(argv, { from: 'user' }).opts();
    return { ...options, templates: template, traffic: trafficOptions(options as TrafficOptions) } as PreviewArguments;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return undefined;
    throw new InputError(`${error.message.replace(/^error: /, '').replace(/\s+/g, ' ').replace(/\.?$/, '.')} See --help.`);
  }
}
