import { resolve } from 'path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ESCAPINGS, Escaping } from './gateway/escaping';
import { DESCRIPTION, MORE } from './help';
import { InputError } from './input-error';
import { name, version } from './package.json';
import { assemblyOfApp, templatesOfAssembly } from './template/cloud-assembly';
import { TRAFFIC_ARGUMENTS, trafficOptions } from './traffic/traffic-arguments';
import { TrafficOptions } from './traffic/traffic-options';

export interface PreviewArguments {
  readonly templates: readonly string[];
  /** Whether the templates are all of a cloud assembly, and not those of `--template`. */
  readonly wholeAssembly: boolean;
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

const path = (value: string): string => {
  if (value === '') throw new InvalidArgumentError('It is empty. Give a path.');
  return resolve(value);
};

/** Parses the command line; undefined if it only asks for help or for the version. */
export function parseArguments(argv: readonly string[]): PreviewArguments | undefined {
  const command = new Command(name)
    .description(DESCRIPTION)
    .addOption(new Option('-a, --app <DIR>', 'cloud assembly: the folder that `cdk synth` wrote; default: "output" of cdk.json, or else cdk.out').argParser(path))
    .addOption(new Option('--template <FILE...>', 'templates of a cloud assembly, in place of all: the stack of the pipeline and the stacks of its APIs')
      .conflicts('app').argParser((value: string, previous: string[] = []) => [...previous, path(value)]))
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
    .addHelpText('after', MORE)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  TRAFFIC_ARGUMENTS.forEach((option) => command.addOption(option));
  command.version(version, '-V, --version', 'show the version').helpOption('-h, --help', 'show this help');
  try {
    const { app, template, parameter, ...options } = command.parse(argv, { from: 'user' }).opts();
    const templates = template ?? templatesOfAssembly(app ?? assemblyOfApp(process.cwd()));
    const traffic = trafficOptions(options as TrafficOptions);
    return { ...options, templates, wholeAssembly: template === undefined, parameters: parameter, traffic } as PreviewArguments;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    throw new InputError(`${error.message.replace(/^error: /, '').replace(/\s+/g, ' ').replace(/\.?$/, '.')} See --help.`);
  }
}
