import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { BoundStorage } from '../storage/bound-storage';

/**
 * A queue that gets a message for each new file, so that a crawl reads only the folders of new files.
 * @see https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-event-notifications.html
 */
export function announceNewFiles(scope: Construct, { bucket, folders }: BoundStorage): sqs.Queue {
  const queue = new sqs.Queue(scope, 'NewFiles', {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    visibilityTimeout: Duration.hours(1),
  });
  bucket.addEventNotification(s3.EventType.OBJECT_CREATED, destination(queue, bucket), { prefix: folders.logs });
  return queue;
}

/**
 * The ARN of a bucket has no account. Without the account, a bucket of the same name that another account makes after this one
 * is deleted could send messages.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
 */
function destination(queue: sqs.Queue, bucket: s3.IBucket): s3.IBucketNotificationDestination {
  queue.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal('s3.amazonaws.com')],
    actions: ['sqs:SendMessage'],
    resources: [queue.queueArn],
    conditions: { ArnLike: { 'aws:SourceArn': bucket.bucketArn }, StringEquals: { 'aws:SourceAccount': Stack.of(queue).account } },
  }));
  return { bind: () => ({ arn: queue.queueArn, type: s3.BucketNotificationDestinationType.QUEUE, dependencies: [queue] }) };
}
