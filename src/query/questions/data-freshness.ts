import { Question } from '../question';
import { count, day, timestamp } from '../sql/answer-columns';
import { HEALTH_DAYS } from '../views/data-health';

export const DATA_FRESHNESS: Question = {
  id: 'data-freshness',
  title: 'Freshness and completeness',
  question: 'Up to which instant are the numbers complete, and how good are the rows of each day?',
  audience: 'Operations',
  sheet: 'Data health',
  note: 'It cannot see requests that API Gateway did not log, records in the errors folder, or rows that Firehose still buffers.',
  about: `last ${HEALTH_DAYS} days of arrival`,
  days: HEALTH_DAYS + 1,
  reads: ['data_health.delivered'],
  sql: `-- Period: the last ${HEALTH_DAYS} days of arrival, in UTC, as the view data_health looks back.
SELECT arrival_day, delivered, duplicates_removed, enriched, no_key, unknown_key, no_plan, no_directory + bad_directory AS without_directory,
  strict, tolerant, ambiguous, newest_request_at, complete_until, lag_seconds
FROM "data_health"
ORDER BY arrival_day DESC`,
  answer: [
    day('arrival_day', 'Day of arrival'), count('delivered', 'Rows'), count('duplicates_removed', 'Copies removed'), count('enriched', 'Enriched'),
    count('no_key', 'Without a key'), count('unknown_key', 'Unknown key'), count('no_plan', 'No usage plan'), count('without_directory', 'No directory'),
    count('strict', 'Read strictly'), count('tolerant', 'Read tolerantly'), count('ambiguous', 'Ambiguous'),
    timestamp('newest_request_at', 'Newest request'), timestamp('complete_until', 'Complete until'), count('lag_seconds', 'Lag in seconds'),
  ],
};
