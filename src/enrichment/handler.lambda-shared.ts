import { DirectorySource } from './directory-source';
import { RecordEnricher } from './enrich-records';
import { EnrichmentConfiguration } from './environment';
import { logLineReader } from './log-line-reader';
import { RowWriter } from './row-writer';
import { snapshotInS3 } from './snapshot-store.lambda-shared';
import { TransformationEvent, TransformationResponse } from './transformation';
import { columnsOf, inLogOrder } from '../schema/log-schema';

export function enrichmentHandler(configuration: EnrichmentConfiguration): (event: TransformationEvent) => Promise<TransformationResponse> {
  const columns = columnsOf(configuration.columns);
  const enricher = new RecordEnricher(logLineReader(inLogOrder(columns)), new RowWriter(columns, configuration.callerAddress));
  const directory = new DirectorySource(snapshotInS3(configuration.bucketName, configuration.snapshotKey), configuration.refreshSeconds * 1000);

  return (event) => directory.during((state) => ({ records: enricher.enrich(event.records, state) }));
}
