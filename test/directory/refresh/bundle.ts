import { Run, runBundle } from '../../support/run-bundle';

/** Runs the built function of the directory once. */
export function runDirectory(environment: Record<string, string>, milliseconds?: number): Promise<Run> {
  return runBundle('directory/refresh/snapshot', environment, [{}], milliseconds);
}
