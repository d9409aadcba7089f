import { Contender, median, sideBySide } from './side-by-side';
import { DeliveryRecord, TransformationResponse } from '../src/enrichment/transformation';
import { COLUMNS } from '../src/schema/columns';
import { container } from '../test/enrichment/container';
import { FakeS3 } from '../test/enrichment/fake-s3';
import { gatewayLine, REQUEST } from '../test/enrichment/gateway-line';
import { SNAPSHOT } from '../test/enrichment/snapshots';

const BATCH = 500;
const ROUNDS = 60;

/** Records a second of the built handler, on one core, beside the least that any handler does and beside the plain way. */
export async function recordFigures(): Promise<string[]> {
  const s3 = await FakeS3.start();
  s3.content = JSON.stringify(SNAPSHOT);
  const handler = container(s3);
  const records = batch();
  const contenders: Contender[] = [
    { name: 'floor', run: () => records.map(append) },
    { name: 'plain', run: () => records.map(spread) },
    { name: 'handler', run: () => handler({ records }) },
  ];
  requireWhole(await handler({ records }));
  const times = await sideBySide(contenders, ROUNDS, 20);
  await s3.stop();

  const floor = times.get('floor')!;
  return contenders.map(({ name }) => {
    const own = times.get(name)!;
    const ratio = median(own.map((time, round) => time / floor[round]));
    return `records  ${name.padEnd(8)} ${Math.round(BATCH / median(own) * 1000).toLocaleString('en').padStart(9)} records/s  ${ratio.toFixed(2)} × the floor's time`;
  });
}

function batch(): DeliveryRecord[] {
  return Array.from({ length: BATCH }, (_, index) => ({
    recordId: `49546986683135544286507457936321625675700192471156785154${index}`,
    data: gatewayLine({
      ...REQUEST,
      extended_request_id: `Xr5aGFcjoAMF${index}=`,
      user_agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
      status: index % 10 ? '200' : '429',
    }).toString('base64'),
  }));
}

/** The floor: decode, append, encode. */
function append({ recordId, data }: DeliveryRecord) {
  const text = Buffer.from(data, 'base64').toString('utf8');
  return { recordId, result: 'Ok', data: Buffer.from(`${text}\n`).toString('base64') };
}

/** The plain way: no types, no hostile input, no limits. */
function spread({ recordId, data }: DeliveryRecord) {
  const row = JSON.parse(Buffer.from(data, 'base64').toString('utf8')) as Record<string, string>;
  const key = SNAPSHOT.keys[row.api_key_id];
  const text = JSON.stringify({ ...row, customer_name: key?.customerName, usage_plan_id: key?.plans[0] });
  return { recordId, result: 'Ok', data: Buffer.from(`${text}\n`).toString('base64') };
}

/** A figure of a handler that does not do the work is none. */
function requireWhole({ records }: TransformationResponse): void {
  const row = JSON.parse(Buffer.from(records[0].data, 'base64').toString()) as Record<string, unknown>;
  if (row.customer_name !== 'Initech' || Object.keys(row).length !== COLUMNS.length) throw new Error('The handler made no whole row.');
}
