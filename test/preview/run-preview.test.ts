import { App, aws_apigateway as apigateway, CfnParameter, NestedStack, Stack } from 'aws-cdk-lib';
import { ERROR_PREFIX, FORMAT, HandMadeApi, HandMadePipeline, PREFIX, shop, STREAM, synthesise } from './hand-made-app';
import { ILL_TYPED } from './handlers';
import { NOON_ISH, failuresIn, filesIn, previewed } from './previewing';
import { Variables } from '../../preview/gateway/context-variables';

const COUNT = 'SELECT count(*) FROM logs';

describe('one pipeline', () => {
  test('requests become rows with the types of the table', async () => {
    const { preview, rows } = await previewed(shop(), [{ 'status': '201', 'identity.userAgent': 'curl/8' }], 'SELECT * FROM logs');
    expect(rows).toEqual(['r1,2026-05-17 10:05:03.000,201,curl/8,plan-us-east-1,2026,05,17,10']);
    expect(preview.pipelines).toEqual([expect.objectContaining({
      construct: 'Shop/Usage',
      bucketFolder: expect.stringMatching(/^UsageBucket[0-9A-F]{8}$/),
      database: 'usage',
      table: 'logs',
      format: 'json',
      delivered: 1,
      failed: 0,
      unresolved: 0,
      objects: 1,
      rows: 1,
    })]);
    expect(preview.problems).toEqual([]);
  });

  test('objects follow the prefix of their oldest record, the extension and the compression', async () => {
    const midnight = Date.UTC(2026, 11, 31, 23, 59, 59);
    const requests = [0, 1000, 400_000].map((after) => ({ requestTimeEpoch: String(midnight + after) }));
    const { out, rows } = await previewed(shop({ destination: { compressionFormat: 'GZIP', fileExtension: '.json.gz' } }), requests,
      'SELECT year, month, day, hour, count(*) FROM logs GROUP BY ALL ORDER BY ALL');
    expect(rows).toEqual(['2026,12,31,23,2', '2027,01,01,00,1']);
    const [first, second] = [...filesIn(out)].filter(([name]) => name.includes('/logs/year'));
    expect(first[0]).toMatch(new RegExp(`/logs/year=2026/month=12/day=31/hour=23/${STREAM}-1-2026-12-31-23-59-59-[0-9a-f-]{36}\\.json\\.gz$`));
    expect(second[0]).toMatch(/hour=00\/.*-1-2027-01-01-00-06-39-/);
    expect(first[1].subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
  });

  test('Parquet by the declared columns; a row that does not fit becomes an error object', async () => {
    const { rows, out, preview } = await previewed(
      shop({ parquet: true, handler: ILL_TYPED }),
      [{}, { 'identity.userAgent': 'odd' }, {}],
      'SELECT request_id, status, requested_at, hour FROM logs ORDER BY 1',
    );
    expect(rows).toEqual(['r1,200,,10', 'r3,200,,10']);
    expect(preview.pipelines[0]).toMatchObject({ delivered: 2, failed: 1, rows: 2, format: 'parquet' });
    expect([...filesIn(out).keys()].filter((name) => name.endsWith('.parquet'))).toHaveLength(1);
    expect(failuresIn(out)).toEqual([expect.objectContaining({
      kind: 'format-conversion-failed',
      lastErrorCode: 'DataFormatConversion.MalformedData',
      arrivalTimestamp: NOON_ISH + 1000,
      rawData: Buffer.from('{"request_id":"r2","status":"many"}\n').toString('base64'),
      dataCatalogTable: expect.objectContaining({ databaseName: 'usage', tableName: 'logs' }),
    })]);
  });

  test('no requests: the table is there, typed and empty', async () => {
    const { rows, preview } = await previewed(shop(), [], 'SELECT column_name, data_type FROM (DESCRIBE logs) AS t(column_name, data_type) LIMIT 3');
    expect(rows).toEqual(['request_id,VARCHAR', 'requested_at,TIMESTAMP', 'status,INTEGER']);
    expect(preview.pipelines[0]).toMatchObject({ delivered: 0, objects: 0, rows: 0 });
  });

  test('late requests are delivered when they arrive', async () => {
    const arrival = String(NOON_ISH + 3 * 3_600_000);
    const { rows } = await previewed(shop(), [{ arrivalTimeEpoch: arrival }, {}], 'SELECT request_id, requested_at, hour FROM logs ORDER BY hour');
    expect(rows).toEqual(['r2,2026-05-17 10:05:04.000,10', 'r1,2026-05-17 10:05:03.000,13']);
  });

  test('the same input gives the same bytes and names', async () => {
    const requests = Array.from({ length: 500 }, (_, index) => ({ requestTimeEpoch: String(NOON_ISH + (index * 7919) % 86_400 * 1000) }));
    for (const parquet of [false, true]) {
      const template = shop({ parquet });
      const [first, second] = [await previewed(template, requests, COUNT), await previewed(template, requests, COUNT)];
      expect(first.rows).toEqual(['500']);
      expect([...filesIn(first.out)]).toEqual([...filesIn(second.out)]);
    }
  });
});

describe('catalog', () => {
  const years = (range: string) => Object.fromEntries([
    ['projection.enabled', 'true'],
    ...Object.entries({ year: range, month: '1,12', day: '1,31', hour: '0,23' }).flatMap(([key, value]) => [
      [`projection.${key}.type`, 'integer'], [`projection.${key}.range`, value], [`projection.${key}.digits`, '2'],
    ]),
  ]);

  test('a projected table has the files in its range, and a note counts the others', async () => {
    const { rows, preview } = await previewed(shop({ table: years('2026,2027') }), [{}, { requestTimeEpoch: String(Date.UTC(2030, 0, 1)) }], COUNT);
    expect(rows).toEqual(['1']);
    expect(preview.pipelines[0]).toMatchObject({ delivered: 2, rows: 1 });
    expect(preview.problems).toEqual([expect.stringMatching(/^lines 2 were delivered to logs\/year=2030\/.*outside the partitions of usage\.logs$/)]);
  });

  test('a crawler registers only folders named by the partition keys', async () => {
    const { rows, preview } = await previewed(shop({ partitionKeys: ['year', 'month'] }), [{}], COUNT);
    expect(rows).toEqual(['0']);
    expect(preview.problems).toHaveLength(1);
  });
});

describe('several templates', () => {
  test('two pipelines, each with its API', async () => {
    const template = synthesise((app) => {
      const stack = new Stack(app, 'Shop');
      new HandMadeApi(stack, 'Orders');
      new HandMadeApi(stack, 'Billing', 'amazon-apigateway-second');
      new HandMadePipeline(stack, 'First');
      new HandMadePipeline(stack, 'Second', { streamName: 'amazon-apigateway-second', bucketName: 'invoices' });
    })('Shop');
    const requests: Variables[] = [{ apiId: 'OrdersApi', stage: 'prod' }, { apiId: 'BillingApi', stage: 'prod' }, {}, { apiId: 'elsewhere' }];
    const { preview, rows } = await previewed(template, requests, 'SELECT request_id FROM logs UNION ALL SELECT \'first \' || request_id FROM "first".logs ORDER BY 1', { pipeline: 'Shop/Second' });
    expect(rows).toEqual(['first r1', 'r2', 'r3', 'r4']);
    expect(preview.pipelines).toMatchObject([
      { construct: 'Shop/First', delivered: 1, unresolved: 0 },
      { construct: 'Shop/Second', delivered: 3, unresolved: 1, bucketFolder: 'invoices' },
    ]);
  });

  test('API and pipeline in different stacks', async () => {
    const template = synthesise((app) => {
      new HandMadeApi(new Stack(app, 'Api'), 'Orders');
      new HandMadePipeline(new Stack(app, 'Analytics'), 'Usage');
    });
    const { rows } = await previewed([template('Api'), template('Analytics')], [{ apiId: 'OrdersApi', stage: 'prod' }], COUNT);
    expect(rows).toEqual(['1']);
  });

  test('the stack of the pipeline nested, its bucket passed as a parameter', async () => {
    const template = synthesise((app: App) => {
      const stack = new Stack(app, 'Top');
      const nested = new NestedStack(stack, 'Nested');
      new HandMadePipeline(nested, 'Usage');
      const parameter = new CfnParameter(stack, 'Stream', { default: STREAM });
      new HandMadeApi(stack, 'Orders', parameter.valueAsString);
    })('Top');
    const { rows, preview } = await previewed(template, [{ apiId: 'OrdersApi', stage: 'prod' }], COUNT);
    expect(rows).toEqual(['1']);
    expect(preview.pipelines[0].construct).toBe('Top/Nested/Usage');
  });

  test('a stage attached by a custom resource', async () => {
    const template = synthesise((app) => {
      const stack = new Stack(app, 'Shop');
      new HandMadePipeline(stack, 'Usage');
      const attached = new apigateway.CfnStage(stack, 'Attached', { restApiId: 'abc', stageName: 'live' });
      attached.addOverride('Type', 'Custom::ApiGatewayAccessLog');
      attached.addPropertyOverride('DestinationArn', `arn:aws:firehose:us-east-1:1:deliverystream/${STREAM}`);
      attached.addPropertyOverride('Format', FORMAT);
    })('Shop');
    const { preview } = await previewed(template, [{ apiId: 'abc', stage: 'live' }], COUNT);
    expect(preview.pipelines[0]).toMatchObject({ unresolved: 0 });
  });
});

test('a prefix in a pattern of Java weeks is evaluated as Java does', async () => {
  const destination = { prefix: PREFIX.replace('yyyy', 'YYYY'), errorOutputPrefix: ERROR_PREFIX };
  const { rows } = await previewed(shop({ destination }), [{ requestTimeEpoch: String(Date.UTC(2026, 11, 28)) }], 'SELECT year FROM logs');
  expect(rows).toEqual(['2027']);
});
