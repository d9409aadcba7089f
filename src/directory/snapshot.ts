/**
 * The directory as the enrichment looks things up in it: what (API id, stage, key id) is called. It holds no secret
 * value of a key and no time, so that unchanged content gives unchanged bytes.
 */
export interface Snapshot {
  readonly version: typeof SNAPSHOT_VERSION;
  /** API id → name. */
  readonly apis: Readonly<Record<string, string>>;
  /** Usage plan id → its name and its stages, each `apiId/stage`. */
  readonly plans: Readonly<Record<string, SnapshotPlan>>;
  /** API key id → its name, customer and plans. */
  readonly keys: Readonly<Record<string, SnapshotKey>>;
}

export interface SnapshotPlan {
  readonly name: string;
  readonly stages: readonly string[];
}

export interface SnapshotKey {
  readonly name: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly plans: readonly string[];
  /** Only where it is: most keys are customers'. */
  readonly internal?: true;
}

export const SNAPSHOT_VERSION = 1;

/** How a plan of the snapshot names a stage. */
export function stagePath(apiId: string, stage: string): string {
  return `${apiId}/${stage}`;
}

/** The snapshot in a text, or undefined where the text is no whole snapshot of this version. */
export function parseSnapshot(text: string): Snapshot | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(parsed) || parsed.version !== SNAPSHOT_VERSION) return undefined;
  const { apis, plans, keys } = parsed;
  const whole = everyEntry(apis, isText) && everyEntry(plans, isPlan) && everyEntry(keys, isKey);
  return whole ? parsed as unknown as Snapshot : undefined;
}

function isPlan(value: unknown): boolean {
  return isRecord(value) && isText(value.name) && isListOfText(value.stages);
}

function isKey(value: unknown): boolean {
  return isRecord(value) && isText(value.name) && isText(value.customerId) && isText(value.customerName) && isListOfText(value.plans)
    && (value.internal === undefined || value.internal === true);
}

function everyEntry(value: unknown, accepts: (entry: unknown) => boolean): boolean {
  return isRecord(value) && Object.values(value).every(accepts);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isListOfText(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}
