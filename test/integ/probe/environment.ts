/** The environment of the probe. */
export interface ProbeEnvironment {
  readonly API_URL: string;
  readonly API_ID: string;
  readonly KEY_ID: string;
  /** The names that rows must have. */
  readonly PLAN: string;
  readonly CUSTOMER: string;
  /** What the probe keeps from one question to the next. */
  readonly NOTES_BUCKET: string;
  /** JSON: `Pipeline[]`. */
  readonly PIPELINES: string;
}

export interface Pipeline {
  /** The stage whose requests it has. */
  readonly stage: string;
  readonly bucket: string;
  readonly database: string;
  readonly table: string;
  readonly workgroup: string;
  /** Absent if partitions are projected. */
  readonly crawler?: string;
}

export function environment(): ProbeEnvironment {
  return process.env as unknown as ProbeEnvironment;
}

export function pipelines(): Pipeline[] {
  return JSON.parse(environment().PIPELINES) as Pipeline[];
}
