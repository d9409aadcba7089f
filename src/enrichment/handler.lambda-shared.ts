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
import { columnsOf, inLogOrder } from '../schema/log-schema';

export function enrichmentHandler(configuration: EnrichmentConfiguration): (event: TransformationEvent) => Promise<TransformationResponse> {
  const { bucketName, snapshotKey, addressKeyArn, callerAddress } = configuration;
  const columns = columnsOf(configuration.columns);
  const refreshMs = configuration.refreshSeconds * 1000;
  const directory = new DirectorySource(snapshotInS3(bucketName, snapshotKey), refreshMs);
  const addressKey = new AddressKeySource(keyInSecret(addressKeyArn), refreshMs);
  const sources: RefreshingCache[] = callerAddress === 'hashed' ? [directory, addressKey] : [directory];
  const keepAddress = addressKeeper(callerAddress, (address) => addressKey.hash(address));
  const enricher = new RecordEnricher(logLineReader(inLogOrder(columns)), new RowWriter(columns, keepAddress));

  return async ({ records }) => {
    await Promise.all(sources.map((source) => source.begin()));
    const response = { records: enricher.enrich(records, directory.state) };
    await Promise.all(sources.map((source) => source.settle()));
    return response;
  };
}
