/** An acknowledged finding of cdk-nag's AwsSolutions pack, with its reason. The table in `docs/security.md` is this list. */
export interface Acknowledged {
  readonly rule: string;
  /** Path below the construct. For resources that CDK adds to the stack, the beginning of the path below the stack. */
  readonly where: string;
  readonly reason: string;
  /** For rights with a wildcard: how the acknowledged resources end. */
  readonly resources?: readonly string[];
}

const FOLDER = 'the objects of one folder, whose names are unknown before they are written';

export const ACKNOWLEDGED: readonly Acknowledged[] = [
  { rule: 'AwsSolutions-S1', where: 'Bucket', reason: 'server access logs need a second bucket; CloudTrail data events can record who reads the data' },
  { rule: 'AwsSolutions-SQS3', where: 'Catalog/NewFiles', reason: 'only the crawler reads the queue, and MSCK REPAIR TABLE registers a file that it missed' },
  { rule: 'AwsSolutions-GL1', where: 'Catalog/Crawler', reason: 'a crawler logs file names and counts, but no data, to a log group that all crawlers of the account share' },
  { rule: 'AwsSolutions-IAM5', where: 'Catalog/CrawlerRole', resources: ['/logs/*', '/logs-parquet/*'], reason: FOLDER },
  { rule: 'AwsSolutions-IAM5', where: 'Catalog/CrawlerRole', resources: [':/aws-glue/crawlers*', ':/aws-glue/crawlers*:*'], reason: 'AWS chooses the name of the log group of crawlers' },
  { rule: 'AwsSolutions-IAM5', where: 'Dashboard/Policy', resources: ['/*'], reason: `${FOLDER}; and the tables and views of the one database` },
  { rule: 'AwsSolutions-IAM5', where: 'Directory/Role', resources: ['/directory/*'], reason: FOLDER },
  { rule: 'AwsSolutions-IAM5', where: 'Directory/Role', resources: ['/usageplans/*/keys', '/restapis/*/stages'], reason: 'usage plans that are created later, and the APIs they name, must be readable; the right only reads' },
  { rule: 'AwsSolutions-SMG4', where: 'Enrichment/AddressKey', reason: 'rotating the key makes old and new hashes incomparable, so the owner decides when to rotate it' },
  { rule: 'AwsSolutions-IAM5', where: 'Stream/Role', resources: ['/logs/*', '/logs-parquet/*', '/errors/*'], reason: FOLDER },
  { rule: 'AwsSolutions-IAM5', where: 'Attachments', resources: ['/*'], reason: 'the previous access logs of imported stages, on a path that no other role uses; a right on each parameter would be removed before the stage is restored' },
  { rule: 'AwsSolutions-IAM4', where: 'BucketNotificationsHandler', reason: 'the CDK function that configures the notifications of the bucket at deployment' },
];

/** The list as a table for `docs/security.md`. */
export function acknowledgedTable(): string {
  const rows = ACKNOWLEDGED.map(({ rule, where, resources, reason }) =>
    `| ${rule.replace('AwsSolutions-', '')} | \`${where}\` | ${resources ? `${resources.map((end) => `\`${end}\``).join(', ')}: ` : ''}${reason} |`);
  return ['| rule | where | reason |', '| --- | --- | --- |', ...rows].join('\n');
}
