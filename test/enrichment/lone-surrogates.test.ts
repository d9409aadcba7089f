import { rowsOf } from './bundle';
import { bothContainers } from './container';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';

/* A lone surrogate has no UTF-8 form. Readers of the files refuse a row that contains one as \ud800. */
const NAME = 'Half \ud83d and \udca9 of one';

test('no row contains one, from the directory or from the log', async () => {
  const s3 = await FakeS3.start();
  const key = { ...SNAPSHOT.keys['key-of-initech'], name: NAME, customerId: NAME, customerName: NAME };
  s3.content = JSON.stringify({ ...SNAPSHOT, apis: { a1b2c3: NAME }, plans: { gold: { name: NAME, stages: ['a1b2c3/prod'] } }, keys: { 'key-of-initech': key } });
  const long = '\\ud83d'.repeat(400);
  const [row, tolerant] = await rowsOf(bothContainers(s3), [
    gatewayLine({ ...REQUEST, user_agent: '\\ud83d', path: long, error_message: '\\ud83d\\udca9' }, 'none'),
    gatewayLine({ ...REQUEST, user_agent: '"\\ud83d' }, 'none'),
  ]);
  await s3.stop();
  const wellFormed = 'Half \ufffd and \ufffd of one';
  expect(row).toMatchObject({
    api_name: wellFormed,
    api_key_name: wellFormed,
    customer_id: wellFormed,
    customer_name: wellFormed,
    usage_plan_name: wellFormed,
    user_agent: '\ufffd',
    path: '\ufffd'.repeat(400),
    error_message: '\u{1f4a9}',
    enrichment_status: 'enriched',
  });
  expect(tolerant).toMatchObject({ user_agent: '"\\ud83d', customer_name: wellFormed, parse_status: 'tolerant' });
  expect([row!, tolerant!].flatMap(Object.values).join(' ')).not.toMatch(/\p{Surrogate}/u);
});
