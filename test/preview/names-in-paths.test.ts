import { mkdirSync, readdirSync } from 'fs';
import { join } from 'path';
import { ERROR_PREFIX, PREFIX, shop } from './hand-made-app';
import { commandHere, filesIn, previewed, requestsFile } from './previewing';
import { edited, Properties } from './template-edits';
import { temporaryFolder } from './temporary-folder';

/* Names of a template come from outside. None makes the preview write or read outside its output folder. */

const STREAM = 'AWS::KinesisFirehose::DeliveryStream';
const FUNCTION = 'AWS::Lambda::Function';
const BUCKET = 'AWS::S3::Bucket';
const UP = '../../../..';

const destination = (name: string, value: string) => (properties: Properties) => (properties.ExtendedS3DestinationConfiguration[name] = value);

test.each<[string, string, (properties: Properties) => void, string]>([
  ['a function above the folder of logs', FUNCTION, (properties) => (properties.FunctionName = '../../escaped'), '"../../escaped"'],
  ['a function that is a folder', FUNCTION, (properties) => (properties.FunctionName = 'a/b'), '"a/b"'],
  ['a function of no name', FUNCTION, (properties) => (properties.FunctionName = '..'), '".."'],
  ['a bucket above the output', STREAM, destination('BucketARN', `arn:aws:s3:::${UP}`), `"${UP}"`],
  ['a bucket that is the output', STREAM, destination('BucketARN', 'arn:aws:s3:::..'), '".."'],
  ['a bucket that is all buckets', STREAM, destination('BucketARN', 'arn:aws:s3:::.'), '"."'],
  ['a bucket of stream and table', BUCKET, (properties) => (properties.BucketName = '..'), 's3://../'],
  ['a prefix', STREAM, destination('Prefix', `${UP}/${PREFIX}`), 'prefix "../'],
  ['a prefix from within', STREAM, destination('Prefix', `logs/${UP}/${PREFIX}`), 'prefix "logs/../'],
  ['a quoted part of a pattern', STREAM, destination('Prefix', 'logs/!{timestamp:\'..\'}/!{timestamp:yyyy}/'), 'prefix "logs/!{timestamp'],
  ['an error prefix', STREAM, destination('ErrorOutputPrefix', `${UP}/${ERROR_PREFIX}`), 'prefix "../'],
  ['the location of a table', 'AWS::Glue::Table', ({ TableInput }) => (TableInput.StorageDescriptor.Location = `s3://../${UP}/`), 's3://../../'],
])('%s is refused before anything is written', async (_what, type, edit, named) => {
  const folder = temporaryFolder();
  const out = join(folder, 'a', 'b', 'c', 'out');
  mkdirSync(join(folder, 'a', 'b', 'c'), { recursive: true });
  const template = edited(shop(), type, edit);
  const { status, stderr } = await commandHere(['--template', template, '--requests', requestsFile([{}]), '--out', out]);
  expect(stderr).toMatch(/^error: [^\n]+\.\n$/);
  expect(stderr).toContain(named);
  expect(status).toBe(2);
  expect([...filesIn(folder).keys()]).toEqual([]);
});

/** Puts objects as a handler may do it, with a path that the SDK would not write, and tells the answers. */
const PUTTING = `exports.handler = async (event) => {
  const { request } = require('http');
  const put = (path) => new Promise((resolve, reject) => {
    const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=preview/20260517/us-east-1/s3/aws4_request' };
    request(process.env.AWS_ENDPOINT_URL, { method: 'PUT', path, headers }, (response) => resolve(response.resume().statusCode)).on('error', reject).end('escaped');
  });
  const statuses = [];
  for (const path of ['/Bucket/..%2f..%2fescaped', '/..%2fescaped', '/..%2f..%2fescaped', '/%2e%2e%2fescaped', '/Bucket/a%2f..%2fescaped', '/Bucket/%00', '/Bucket/kept']) statuses.push(await put(path));
  const row = JSON.stringify({ request_id: 'r1', agent: statuses.join(' ') }) + '\\n';
  return { records: event.records.map(({ recordId }) => ({ recordId, result: 'Ok', data: Buffer.from(row).toString('base64') })) };
};`;

test('an object that a handler puts outside its bucket is refused', async () => {
  const { rows, out } = await previewed(shop({ handler: PUTTING }), [{}], 'SELECT agent FROM logs');
  expect(rows).toEqual(['400 400 400 400 400 400 200']);
  expect([...filesIn(out).keys()].filter((name) => name.includes('escaped'))).toEqual([]);
  expect(readdirSync(join(out, '..'))).not.toContain('escaped');
  expect([...filesIn(out).keys()]).toContain('s3/Bucket/kept');
});
