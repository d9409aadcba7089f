import { Answer, believed } from './answer';
import { Athena } from './athena';
import { pipelines } from './environment';
import { objectsIn, readObject, writeObject } from './files';
import { FORMATS } from '../../../src/storage/formats';

const DAY_MS = 24 * 3_600_000;
const EARLIER_DAYS = 62;

const TITLE = 'Most used endpoints';
const MONTH_TO_DATE = 'date_trunc(\'month\', t) AS period_start';

/** A question of the month does not read files of an earlier month: copies of the files of this month, in an earlier folder. */
export async function pruning(): Promise<Answer> {
  const unread: string[] = [];
  for (const pipeline of pipelines().filter(({ crawler }) => crawler === undefined)) {
    await copyToEarlierMonth(pipeline.bucket);
    const athena = new Athena(pipeline);
    const ofMonth = (await athena.savedQueries()).get(TITLE) ?? '';
    const ofQuarter = ofMonth.replace(MONTH_TO_DATE, `TIMESTAMP '${daysAgo(EARLIER_DAYS + 1).slice(0, 10)} 00:00:00' AS period_start`);
    const [month, quarter] = [await athena.run(ofMonth), await athena.run(ofQuarter)];
    const pruned = month.state === 'SUCCEEDED' && month.scannedBytes > 0 && month.scannedBytes * 2 <= quarter.scannedBytes;
    if (!pruned) unread.push(`${pipeline.stage}: the month reads ${month.scannedBytes} bytes, the quarter ${quarter.scannedBytes} (${month.state}, ${quarter.state})`);
  }
  return believed(unread);
}

async function copyToEarlierMonth(bucket: string): Promise<void> {
  const [year, month, day, hour] = daysAgo(EARLIER_DAYS).split(/\D/);
  const { folder } = FORMATS.parquet;
  const files = await objectsIn(bucket, folder);
  for (const file of files) {
    await writeObject(bucket, `${folder}year=${year}/month=${month}/day=${day}/hour=${hour}/${file.split('/').at(-1)}`, await readObject(bucket, file));
  }
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString();
}
