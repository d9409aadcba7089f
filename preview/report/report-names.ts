/** Characters that are not allowed in the name of a file on all systems. */
const NOT_IN_FILE_NAMES = /[/\\:*?"<>|\0]/g;
const MAX_LENGTH = 200;

/** The names of the reports of pipelines, by the paths of their constructs. `report.html` is that of the chosen pipeline. */
export function reportNames(constructs: readonly string[], chosen: number): string[] {
  const taken = new Map<string, number>();
  return constructs.map((construct, place) => {
    if (place === chosen) return 'report.html';
    const name = `report-${construct.replace(NOT_IN_FILE_NAMES, '-').slice(-MAX_LENGTH)}`;
    // Some file systems do not distinguish upper and lower case.
    const count = (taken.get(name.toLowerCase()) ?? 0) + 1;
    taken.set(name.toLowerCase(), count);
    return count === 1 ? `${name}.html` : `${name}-${count}.html`;
  });
}
