import { Answer } from './answer';
import * as bytes from './ask-bytes';
import * as queries from './ask-queries';
import * as rows from './ask-rows';
import * as storage from './ask-storage';
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

/** Asks the account one question. */
export async function handler({ question }: { readonly question: AskedId }): Promise<Answer & { readonly question: AskedId }> {
  return { question, ...await ASK[question]() };
}
