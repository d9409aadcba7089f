import { Answer, believed } from './answer';
import { Athena } from './athena';
import { Pipeline, pipelines } from './environment';
import { VIEW_NAMES } from '../../../src/query/views/views';

/** Queries of a workgroup that run at the same time: Athena accepts twice as many in every region. */
const AT_ONCE = 5;

/** Athena runs every saved query. */
export function savedQueries(): Promise<Answer> {
  return eachSucceeds((pipeline) => new Athena(pipeline).savedQueries());
}

/** Athena reads every view, and can write its statement. */
export function views(): Promise<Answer> {
  return eachSucceeds(() => Promise.resolve(new Map(VIEW_NAMES.flatMap((view) => [
    [`all of ${view}`, `SELECT count(*) FROM ${view}`] as const,
    [`the statement of ${view}`, `SHOW CREATE VIEW ${view}`] as const,
  ]))));
}

async function eachSucceeds(statementsOf: (pipeline: Pipeline) => Promise<ReadonlyMap<string, string>>): Promise<Answer> {
  const failed: string[] = [];
  await Promise.all(pipelines().map(async (pipeline) => {
    const waiting = [...await statementsOf(pipeline)];
    if (waiting.length === 0) failed.push(`${pipeline.stage}: there is nothing to run`);
    const runNext = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { state, reason } = await new Athena(pipeline).run(next[1]);
        if (state !== 'SUCCEEDED') failed.push(`${next[0]}, ${pipeline.stage}: ${state}: ${reason}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  }));
  return believed(failed);
}
