import { AddressKeySource } from './address-key-source';
import { keyInSecret } from './address-key.lambda-shared';
import { DirectorySource } from './directory-source';
import { RecordEnricher } from './enrich-records';
import { EnrichmentConfiguration } from './environment';
import { addressKeeper } from './kept-address';
import { logLineReader } from './log-line-reader';
import { RefreshingCache } from './refreshing-cache';
import { RowWriter } from './row-writer';
import { snapshotInS3 } from './snapshot-store.lambda-shared';
import { TransformationEvent, TransformationResponse } from './transformation';
import { logLine } from '../functions/log-line.lambda-shared';
import { emitMetrics } from '../operations/emit-metric.lambda-shared';
import { columnsOf, inLogOrder } from '../schema/log-schema';

export function enrichmentHandler(configuration: EnrichmentConfiguration): (event: TransformationEvent) => Promise<TransformationResponse> {
  const { bucketName, snapshotKey, addressKeyArn, callerAddress, deliveryStreamName } = configuration;
  const columns = columnsOf(configuration.columns);
  const directory = new DirectorySource(snapshotInS3(bucketName, snapshotKey), reporter('directory'));
  const addressKey = new AddressKeySource(keyInSecret(addressKeyArn), reporter('address_key'));
  const sources: Pick<RefreshingCache<unknown>, 'refresh'>[] = callerAddress === 'hashed' ? [directory, addressKey] : [directory];
  const keepAddress = addressKeeper(callerAddress, (address) => addressKey.hash(address));
  const enricher = new RecordEnricher(logLineReader(inLogOrder(columns)), new RowWriter(columns, keepAddress));

  return async ({ records }) => {
    await Promise.all(sources.map((source) => source.refresh()));
    let batch = enricher.enrich(records, directory.state);
    // The key may be newer than the directory that this container holds.
    const newer = batch.counts.unknownKeys > 0 ? await directory.newer() : undefined;
    if (newer) batch = enricher.enrich(records, newer);
    emitMetrics(deliveryStreamName, batch.counts);
    return { records: batch.records };
  };
}

/** Logs the name of an error only: a message may quote a response, and that may hold a secret. */
function reporter(source: string): (error: unknown) => void {
  return (error) => logLine('WARN', 'refresh_failed', { source, error: error instanceof Error ? error.name : 'Error' });
}
