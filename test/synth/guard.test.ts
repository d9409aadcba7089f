import { dirname, join } from 'path';
import { Duration, Fn, Lazy, Size, Token } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { AccessLogColumn, ApiUsageAnalytics, CallerAddress, RecordFormat, StageAttachment, UsageStorage } from '../../src';
import { newStack, pipeline, restApi } from '../support/app';

const stack = newStack();
const api = restApi(stack);
const bucket = new s3.Bucket(stack, 'Own');
const create = (props: object) => new ApiUsageAnalytics(newStack(), 'Usage', props);

test.each<[object, string]>([
  [{ callerAddress: 'hashed' }, 'callerAddress must be a CallerAddress, such as CallerAddress.hashed(), got \'hashed\'.'],
  [{ callerAddress: [] }, 'callerAddress must be a CallerAddress, such as CallerAddress.hashed(), got an empty list.'],
  [{ format: 'parquet' }, 'format must be a RecordFormat, such as RecordFormat.parquet(), got \'parquet\'.'],
  [{ format: RecordFormat.parquet }, 'format must be a RecordFormat, such as RecordFormat.parquet(), got a function.'],
  [{ stages: api.deploymentStage }, 'stages must be a list of stages, such as [api.deploymentStage], got the construct Stack/Api/DeploymentStage.prod.'],
  [{ stages: ['prod'] }, 'stages[0] must be an apigateway.Stage, such as the deploymentStage of an API, got \'prod\'.'],
  [{ storage: bucket }, 'storage must be a UsageStorage, such as UsageStorage.managed() or UsageStorage.bucket(bucket), got the construct Stack/Own.'],
  [{ storage: UsageStorage.managed(bucket as object) }, 'The options of UsageStorage.managed must be an object, got the construct Stack/Own.'],
  [{ customer: 'fromKeyName' }, 'customer must be a CustomerIdentity, such as CustomerIdentity.fromKeyTag(tag), got \'fromKeyName\'.'],
  [{ customer: CallerAddress.full() }, 'customer must be a CustomerIdentity, such as CustomerIdentity.fromKeyTag(tag), got a CallerAddress.'],
  [{ bufferingInterval: 60 }, 'bufferingInterval must be a Duration, such as Duration.minutes(5), got 60.'],
  [{ bufferingInterval: Size.mebibytes(64) }, 'bufferingInterval must be a Duration, such as Duration.minutes(5), got 64 MiB.'],
  [{ bufferingSize: Duration.minutes(5) }, 'bufferingSize must be a Size, such as Size.mebibytes(64), got Duration.minutes(5).'],
  [{ logRetention: 31 }, 'logRetention must be a logs.RetentionDays, such as logs.RetentionDays.ONE_MONTH, got 31.'],
  [{ logRetention: 'ONE_MONTH' }, 'logRetention must be a logs.RetentionDays, such as logs.RetentionDays.ONE_MONTH, got \'ONE_MONTH\'.'],
  [{ extraColumns: [AccessLogColumn.text('a_b', '$context.authorizer.a'), null] }, 'extraColumns[1] must be an AccessLogColumn, such as AccessLogColumn.text(name, variable), got null.'],
  [{ omitColumns: 'path' }, 'omitColumns must be a list of names of columns, such as [\'user_agent\'], got \'path\'.'],
  [{ internalKeys: ['a1b2c3d4e5'] }, 'internalKeys must be an object with ids or tags, such as { ids: [\'a1b2c3d4e5\'] }, got a list.'],
  [{ internalKeys: { tags: { team: 6 } } }, 'internalKeys.tags.team must be a string, got 6.'],
  [{ tableName: Fn.getAtt('Table', 'Name') }, 'tableName must be a string, got a token.'],
  [{ stages: Token.asList(Lazy.any({ produce: () => [] })) }, 'stages must be a list of stages, such as [api.deploymentStage], got a token.'],
  [{ streamName: null }, 'streamName must be a string, got null.'],
])('a wrong type has a sentence that says what is right: %#', (props, sentence) => {
  expect(() => create(props)).toThrow(new Error(`[Stack/Usage] ${sentence}`));
});

test('options that are an instance of another class are refused, and not ignored', () => {
  const { usage } = pipeline();
  expect(() => usage.addStage(api.deploymentStage, StageAttachment.customResource() as object))
    .toThrow(new Error('[Stack/Usage] The options of addStage must be an object, got a StageAttachment.'));
});

test('options may be an instance of a class that has them', () => {
  class Short {
    readonly bufferingInterval = Duration.minutes(1);
  }
  expect(create(new Short()).stream.extendedS3DestinationConfiguration).toMatchObject({ bufferingHints: { intervalInSeconds: 60 } });
});

test('a long text is cut', () => {
  expect(() => create({ format: 'x'.repeat(1000) })).toThrow(`got '${'x'.repeat(80)}…'.`);
});

test('objects of another copy of aws-cdk-lib and of this library are taken', () => {
  jest.isolateModules(() => {
    const core = join(dirname(require.resolve('aws-cdk-lib/package.json')), 'core/lib');
    const { Duration: OtherDuration } = jest.requireActual<{ Duration: typeof Duration }>(join(core, 'duration.js'));
    const { Size: OtherSize } = jest.requireActual<{ Size: typeof Size }>(join(core, 'size.js'));
    const { RecordFormat: OtherFormat } = jest.requireActual<{ RecordFormat: typeof RecordFormat }>('../../src/storage/record-format');
    expect(OtherDuration).not.toBe(Duration);
    expect(OtherSize).not.toBe(Size);
    expect(OtherFormat).not.toBe(RecordFormat);
    const { stream } = create({
      bufferingInterval: OtherDuration.minutes(2),
      bufferingSize: OtherSize.mebibytes(100),
      format: OtherFormat.parquet(),
      directoryRefreshInterval: OtherDuration.minutes(1),
    });
    expect(stream.extendedS3DestinationConfiguration).toMatchObject({
      bufferingHints: { intervalInSeconds: 120, sizeInMBs: 100 }, dataFormatConversionConfiguration: { enabled: true },
    });
  });
});
