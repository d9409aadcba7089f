import { Answer, believed } from './answer';
import * as bytes from './ask-bytes';
import * as queries from './ask-queries';
import * as rows from './ask-rows';
import * as storage from './ask-storage';
import { readAnswer, writeAnswer } from './files';
import type { AskedId } from '../usage-questions';

const ASK: Readonly<Record<AskedId, () => Promise<Answer>>> = {
  'sending': rows.sending,
  'rows': rows.rows,
  'names': rows.names,
  'times': rows.times,
  'without-key': rows.withoutKey,
  'unknown-path': rows.unknownPath,
  'over-quota': rows.overQuota,
  'escaping': rows.escaping,
  'saved-queries': queries.savedQueries,
  'views': queries.views,
  'partitions': storage.partitions,
  'errors-folder': storage.errorsFolder,
  'key-value': storage.keyValueIsNowhere,
  'crawler': storage.crawler,
  'pruning': bytes.pruning,
};

/** The answers so far. */
export interface Summary {
  readonly otherwise: readonly string[];
  readonly unanswered: readonly string[];
}

/** CloudFormation cuts a longer reason of a failure. */
const MAX_SUMMARY = 600;

/** Asks the account one question, or says what is not as believed. */
export async function handler({ question }: { readonly question?: AskedId }): Promise<Answer | Summary> {
  if (question === undefined) return summary();
  const answer = await ASK[question]().catch((error: Error) => believed([`${error.name}: ${error.message}`]));
  await writeAnswer(question, answer);
  return answer;
}

async function summary(): Promise<Summary> {
  const ids = Object.keys(ASK);
  const answers = await Promise.all(ids.map(readAnswer));
  const otherwise = ids.flatMap((id, index) => answers[index]?.verdict === 'otherwise' ? [`${id}: ${answers[index].found}`] : []);
  return {
    otherwise: otherwise.map((found) => found.slice(0, Math.max(80, MAX_SUMMARY / otherwise.length))),
    unanswered: ids.filter((_, index) => answers[index] === undefined || answers[index].verdict === 'not yet'),
  };
}
