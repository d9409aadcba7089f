import { Duration, Size } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RecordFormat } from '../../src';
import { pipeline } from '../support/app';
import { listOf, propertiesOf, theResource } from '../support/template';

const STREAM = 'AWS::KinesisFirehose::DeliveryStream';
const template = Template.fromStack(pipeline().stack);
const { ExtendedS3DestinationConfiguration: json, ...stream } = propertiesOf(template, STREAM);
const { ExtendedS3DestinationConfiguration: parquet } = propertiesOf(Template.fromStack(pipeline({ format: RecordFormat.parquet() }).stack), STREAM);

const PARTITION = 'year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/hour=!{timestamp:HH}/';

test('accepts direct PUT, as API Gateway requires', () => {
  expect(stream.DeliveryStreamType).toBe('DirectPut');
  expect(stream.DeliveryStreamName).toMatch(/^amazon-apigateway-/);
  expect(stream.DeliveryStreamEncryptionConfigurationInput).toEqual({ KeyType: 'AWS_OWNED_CMK' });
});

test.each([['JSON', json, 'logs'], ['Parquet', parquet, 'logs-parquet']])('%s files lie in their own folder by the hour of arrival, and errors outside the table', (_format, destination, folder) => {
  expect(destination.Prefix).toBe(`${folder}/${PARTITION}`);
  expect(destination.ErrorOutputPrefix).toBe(`errors/!{firehose:error-output-type}/${PARTITION}`);
  expect(destination.CustomTimeZone).toBeUndefined();
});

test('the patterns are the calendar year and the day of the month in Java\'s formatter', () => {
  const patterns = [json.Prefix, json.ErrorOutputPrefix].flatMap((prefix) => [...prefix.matchAll(/!\{timestamp:([^}]*)\}/g)].map(([, pattern]) => pattern));
  expect(patterns).toEqual(['yyyy', 'MM', 'dd', 'HH', 'yyyy', 'MM', 'dd', 'HH']);
});

test('JSON files are compressed and have the extension .json.gz', () => {
  expect(json.CompressionFormat).toBe('GZIP');
  expect(json.FileExtension).toBe('.json.gz');
  // An absent setting would leave the conversion of an earlier deployment on, and Firehose refuses GZIP with it.
  expect(json.DataFormatConversionConfiguration).toEqual({ Enabled: false });
  expect(json.BufferingHints).toEqual({ IntervalInSeconds: 300, SizeInMBs: 64 });
});

test('Parquet is converted with the schema of the declared table, without a second compression', () => {
  const converted = Template.fromStack(pipeline({ format: RecordFormat.parquet() }).stack);
  expect(parquet.CompressionFormat).toBe('UNCOMPRESSED');
  expect(parquet.FileExtension).toBe('.parquet');
  expect(parquet.BufferingHints.SizeInMBs).toBeGreaterThanOrEqual(64);
  expect(parquet.DataFormatConversionConfiguration).toEqual({
    Enabled: true,
    InputFormatConfiguration: { Deserializer: { OpenXJsonSerDe: {} } },
    OutputFormatConfiguration: { Serializer: { ParquetSerDe: { Compression: 'SNAPPY' } } },
    SchemaConfiguration: {
      CatalogId: { Ref: 'AWS::AccountId' },
      Region: { Ref: 'AWS::Region' },
      DatabaseName: { Ref: theResource(converted, 'AWS::Glue::Database').id },
      TableName: { Ref: theResource(converted, 'AWS::Glue::Table', 'UsageCatalogTable').id },
      RoleARN: { 'Fn::GetAtt': [theResource(converted, 'AWS::IAM::Role', 'UsageStream').id, 'Arn'] },
      VersionId: 'LATEST',
    },
  });
});

test('each record goes through the enrichment, with valid settings of Firehose', () => {
  const [processor, ...others] = json.ProcessingConfiguration.Processors;
  const parameters = Object.fromEntries(listOf(processor.Parameters).map(({ ParameterName, ParameterValue }) => [ParameterName, ParameterValue]));
  expect(json.ProcessingConfiguration.Enabled).toBe(true);
  expect(others).toEqual([]);
  expect(processor.Type).toBe('Lambda');
  expect(parameters.LambdaArn).toEqual({ 'Fn::GetAtt': [theResource(template, 'AWS::Lambda::Function', 'UsageEnrichment').id, 'Arn'] });
  expect(Number(parameters.BufferSizeInMBs)).toBeGreaterThanOrEqual(0.2);
  expect(Number(parameters.BufferSizeInMBs)).toBeLessThanOrEqual(3);
  expect(parameters.BufferIntervalInSeconds).toBe('60');
  expect(Number(parameters.NumberOfRetries)).toBeLessThanOrEqual(300);
});

test('its failures are in a log group that the stack declares', () => {
  const logGroup = theResource(template, 'AWS::Logs::LogGroup', 'UsageStream');
  const logStream = theResource(template, 'AWS::Logs::LogStream');
  expect(logStream.Properties).toEqual({ LogGroupName: { Ref: logGroup.id }, LogStreamName: 'delivery' });
  expect(json.CloudWatchLoggingOptions).toEqual({ Enabled: true, LogGroupName: { Ref: logGroup.id }, LogStreamName: { Ref: logStream.id } });
});

test('buffering is an option', () => {
  const { stack } = pipeline({ bufferingInterval: Duration.seconds(90), bufferingSize: Size.mebibytes(5) });
  expect(propertiesOf(Template.fromStack(stack), STREAM).ExtendedS3DestinationConfiguration.BufferingHints)
    .toEqual({ IntervalInSeconds: 90, SizeInMBs: 5 });
});
