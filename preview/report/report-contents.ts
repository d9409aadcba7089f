import { buildCube } from './cube/build-cube';
import { PackedCube } from './cube/cube';
import { cubeId, cubePlan, Drawn } from './cube/cube-plan';
import { NamedQuery } from './named-queries';
import { queryRows } from './query-rows';
import { QuestionData } from './report-data';
import { Database } from '../query/database';
import { atInstant } from '../query/dialect/clock';

export interface ReportContents {
  readonly questions: readonly QuestionData[];
  readonly cubes: readonly PackedCube[];
}

/** Asks every question, and builds a cube for each view, from which the page computes its visuals for any filter. */
export async function reportContents(database: Database, queries: readonly NamedQuery[], clock: Date): Promise<ReportContents> {
  const cubes = new Map<string, PackedCube>();
  const questions: QuestionData[] = [];
  for (const query of queries) {
    try {
      // The statement runs even if the page computes the answer, because a statement that fails here may fail in Athena.
      const rows = await queryRows(database, atInstant(query.sql, clock));
      if (!isDrawn(query)) {
        questions.push({ ...query, rows });
        continue;
      }
      const id = cubeId(query.visual);
      if (!cubes.has(id)) cubes.set(id, await buildCube(database, cubePlan(queries.filter(isDrawn).filter(({ visual }) => cubeId(visual) === id))));
      questions.push({ ...query, cube: [...cubes.keys()].indexOf(id) });
    } catch (error) {
      questions.push({ ...query, problem: (error as Error).message });
    }
  }
  return { questions, cubes: [...cubes.values()] };
}

function isDrawn(query: NamedQuery): query is NamedQuery & Drawn {
  return query.visual !== undefined;
}
