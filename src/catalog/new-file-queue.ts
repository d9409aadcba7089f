import { Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as notifications from 'aws-cdk-lib/aws-s3-notifications';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { BoundStorage } from '../storage/bound-storage';

/**
 * A queue that hears of each new file, so that a crawl reads only those folders.
 * @see https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-event-notifications.html
 */
export function announceNewFiles(scope: Construct, { bucket, folders }: BoundStorage): sqs.Queue {
  const queue = new sqs.Queue(scope, 'NewFiles', {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    visibilityTimeout: Duration.hours(1),
  });
  bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.SqsDestination(queue), { prefix: folders.logs });
  return queue;
}
