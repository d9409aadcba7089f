/** The part of a resource on which its name depends. */
interface NamedResource {
  readonly type: string;
  property<T>(name: string): T | undefined;
}

/** The property with the name of a resource, for types whose `Ref` is that name. */
const NAME_PROPERTIES: Record<string, readonly string[]> = {
  'AWS::ApiGateway::Stage': ['StageName'],
  'AWS::Glue::Crawler': ['Name'],
  'AWS::Glue::Database': ['DatabaseInput', 'Name'],
  'AWS::Glue::Table': ['TableInput', 'Name'],
  'AWS::KinesisFirehose::DeliveryStream': ['DeliveryStreamName'],
  'AWS::Lambda::Function': ['FunctionName'],
  'AWS::Logs::LogGroup': ['LogGroupName'],
  'AWS::QuickSight::DataSet': ['DataSetId'],
  'AWS::QuickSight::DataSource': ['DataSourceId'],
  'AWS::S3::Bucket': ['BucketName'],
};

/** The service and resource parts of an ARN, if they are not the service in the type and the physical id. */
const ARN_FORMATS: Record<string, (id: string) => readonly [service: string, resource: string]> = {
  'AWS::IAM::Role': (id) => ['iam', `role/${id}`],
  'AWS::KinesisFirehose::DeliveryStream': (id) => ['firehose', `deliverystream/${id}`],
  'AWS::Lambda::Function': (id) => ['lambda', `function:${id}`],
  'AWS::Logs::LogGroup': (id) => ['logs', `log-group:${id}:*`],
  'AWS::QuickSight::DataSet': (id) => ['quicksight', `dataset/${id}`],
  'AWS::QuickSight::DataSource': (id) => ['quicksight', `datasource/${id}`],
};

/** The name of a resource in the template; undefined if it has none there. */
export function givenName(resource: NamedResource): string | undefined {
  const [property, field] = NAME_PROPERTIES[resource.type] ?? [];
  if (!property) return undefined;
  const value = resource.property<any>(property);
  return field ? value?.[field] : value;
}

export function arnOf(type: string, id: string, region: string, account: string): string {
  if (type === 'AWS::S3::Bucket') return `arn:aws:s3:::${id}`;
  const format = ARN_FORMATS[type];
  const [service, suffix] = format ? format(id) : [(type.split('::')[1] ?? 'custom').toLowerCase(), id];
  return `arn:aws:${service}:${service === 'iam' ? '' : region}:${account}:${suffix}`;
}
