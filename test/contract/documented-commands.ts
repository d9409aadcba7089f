/** A command of the AWS CLI, as a page shows it. */
export interface DocumentedCommand {
  readonly page: string;
  readonly service: string;
  readonly operation: string;
  readonly options: readonly string[];
  /** The JMESPath expression of `--query`. */
  readonly query?: string;
  /** Prose names a command without all it needs. */
  readonly whole: boolean;
}

/** The commands of a page: those of its blocks for a shell, and those in its text. */
export function documentedCommands(page: string, text: string): DocumentedCommand[] {
  const blocks = [...text.matchAll(/^ *```sh\n(.*?)^ *```$/gms)].map(([, code]) => code);
  const inline = [...text.replace(/^ *```.*?^ *```$/gms, '').matchAll(/`(aws [^`]+)`/g)].map(([, code]) => code);
  return [...blocks.flatMap((code) => commandsOf(page, code, true)), ...inline.flatMap((code) => commandsOf(page, code, false))];
}

function commandsOf(page: string, code: string, whole: boolean): DocumentedCommand[] {
  const quoted: string[] = [];
  const lines = code.replace(/\\\n\s*/g, ' ').replace(/ #.*$/gm, '')
    .replace(/"([^"]*)"|'([^']*)'/g, (_all, double?: string, single?: string) => `QUOTED${quoted.push(double ?? single ?? '') - 1}`);
  // A text can be a command for another shell.
  const within = quoted.filter((text) => /\baws /.test(text)).flatMap((text) => commandsOf(page, text, whole));
  const own = partsOf(lines).flatMap((part) => {
    const match = /(?:^|\s)aws ([a-z][\w-]*) ([a-z][\w-]*)(.*)$/.exec(part);
    if (!match) return [];
    const [, service, operation, rest] = match;
    const query = /--query (\S+)/.exec(rest)?.[1].replace(/^QUOTED(\d+)$/, (_all, index: string) => quoted[Number(index)]);
    return [{ page, service, operation, options: [...rest.matchAll(/\s--([a-z][\w-]*)/g)].map(([, option]) => option), query, whole }];
  });
  return [...own, ...within];
}

/** Each command alone: those within `$(…)` first. */
function partsOf(code: string): string[] {
  const inner: string[] = [];
  let outer = code;
  while (/\$\(([^()]*)\)/.test(outer)) {
    outer = outer.replace(/\$\(([^()]*)\)/, (_all, command: string) => {
      inner.push(command);
      return 'VALUE';
    });
  }
  return [...inner, ...outer.split(/[\n;|{}]|&&/)];
}
