import { CelEngine, TemplateFile } from '@aws/cloudformation-validate';

/** True of plain CDK output, and of no use there. */
const NOISE: Readonly<Record<string, string>> = {
  W3005: 'CDK writes dependencies out that a reference implies',
};

const COUNTED = ['WARN', 'ERROR', 'FATAL'];

/** What AWS's validator finds in templates, one line each. A wrong enum value is a warning to it, so warnings count. */
export function findings(files: readonly string[]): string[] {
  const engine = new CelEngine();
  try {
    return files.flatMap((file) => {
      const { diagnostics, status } = engine.validateStandard(new TemplateFile(file));
      const counted = diagnostics.filter(({ severity, ruleId }) => COUNTED.includes(severity) && !(ruleId in NOISE));
      return [
        ...status === 'OK' ? [] : [`${file}: ${status}`],
        ...counted.map(({ ruleId, message, entity, propertyPath }) => `${file}: ${ruleId} ${entity?.logicalId ?? ''} ${propertyPath ?? ''}: ${message}`),
      ];
    });
  } finally {
    engine.free();
  }
}
