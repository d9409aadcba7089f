/** A finding of cdk-nag's AwsSolutions pack that stays, and why; the README's table is this list. */
export interface Acknowledged {
  readonly rule: string;
  /** Path below the construct; of what CDK adds to the stack, the beginning of its path below the stack. */
  readonly where: string;
  readonly reason: string;
  /** For rights with a wildcard: how the resources that may have one end. */
  readonly resources?: readonly string[];
}

const FOLDER = 'objects of one folder: their names are not known before they are written';

export const ACKNOWLEDGED: readonly Acknowledged[] = [
  { rule: 'AwsSolutions-S1', where: 'Bucket', reason: 'server access logs would need a second bucket, and who reads the data is in CloudTrail data events, for those who want it' },
  { rule: 'AwsSolutions-SQS3', where: 'Catalog/NewFiles', reason: 'the crawler alone reads the queue, and a file it missed can be registered by hand with MSCK REPAIR TABLE' },
  { rule: 'AwsSolutions-GL1', where: 'Catalog/Crawler', reason: 'crawlers log file names and numbers, no data, to a log group that AWS shares between all crawlers of an account' },
  { rule: 'AwsSolutions-IAM5', where: 'Catalog/CrawlerRole', resources: ['/logs/*'], reason: FOLDER },
  { rule: 'AwsSolutions-IAM5', where: 'Catalog/CrawlerRole', resources: [':/aws-glue/crawlers*', ':/aws-glue/crawlers*:*'], reason: 'AWS chooses the name of the log group of crawlers' },
  { rule: 'AwsSolutions-IAM5', where: 'Directory/Role', resources: ['/directory/*'], reason: FOLDER },
  { rule: 'AwsSolutions-IAM5', where: 'Directory/Role', resources: ['/usageplans/*/keys', '/restapis/*/stages'], reason: 'usage plans that are made later, and the APIs they name, must be read too; reading is all it allows' },
  { rule: 'AwsSolutions-SMG4', where: 'Enrichment/AddressKey', reason: 'a new key forgets which hashes are one address: when, is for the owner to decide' },
  { rule: 'AwsSolutions-IAM5', where: 'Stream/Role', resources: ['/logs/*', '/errors/*'], reason: FOLDER },
  { rule: 'AwsSolutions-IAM5', where: 'Attachments', resources: ['/*'], reason: 'old access logs of imported stages, on a path that no other role uses: a right on each one would end before it is put back' },
  { rule: 'AwsSolutions-IAM4', where: 'BucketNotificationsHandler', reason: 'CDK\'s own function, which tells the bucket of the queue at deployment' },
];

/** The list as the README shows it. */
export function acknowledgedTable(): string {
  const rows = ACKNOWLEDGED.map(({ rule, where, resources, reason }) =>
    `| ${rule.replace('AwsSolutions-', '')} | \`${where}\` | ${resources ? `${resources.map((end) => `\`${end}\``).join(', ')}: ` : ''}${reason} |`);
  return ['| rule | where | why it stays |', '| --- | --- | --- |', ...rows].join('\n');
}
