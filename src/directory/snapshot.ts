/**
 * The part of the directory in which the enrichment looks up names. It has no secret values of keys. It has no time either,
 * so that unchanged content gives unchanged bytes.
 */
export interface Snapshot {
  readonly version: typeof SNAPSHOT_VERSION;
  /** From the id of an API to its name. */
  readonly apis: Readonly<Record<string, string>>;
  /** From the id of a usage plan to its name and its stages, each as `apiId/stage`. */
  readonly plans: Readonly<Record<string, SnapshotPlan>>;
  /** From the id of an API key to its name, customer and plans. */
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
  /** Absent for the keys of customers, which most keys are. */
  readonly internal?: true;
}

export const SNAPSHOT_VERSION = 1;

/** The stage of a plan in the snapshot. */
export function stagePath(apiId: string, stage: string): string {
  return `${apiId}/${stage}`;
}

/** Parses a snapshot; undefined if the text is not a complete snapshot of this version. */
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
