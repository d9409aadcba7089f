import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { REGION } from '../../../preview/template/pseudo-parameters';

/** Athena's name for the catalog of AWS Glue. */
export const CATALOG = 'awsdatacatalog';

const HEAP = '1500M';

export const JVM_OPTIONS: readonly string[] = [
  `-Xmx${HEAP}`,
  '-XX:+UseSerialGC',
  '-XX:+ExitOnOutOfMemoryError',
  // Queries are few and short: code that is compiled once is fast enough.
  '-XX:TieredStopAtLevel=1',
  '-XX:ReservedCodeCacheSize=256M',
  '-Djdk.attach.allowAttachSelf=true',
];

/** Writes the configuration of one Trino: a server on this machine only, with one catalog that reads AWS at `aws`. */
export function writeConfig(folder: string, port: number, aws: string): void {
  mkdirSync(join(folder, 'catalog'));
  properties(join(folder, 'config.properties'), {
    'coordinator': 'true',
    'node-scheduler.include-coordinator': 'true',
    'http-server.http.port': String(port),
    'node.bind-ip': '127.0.0.1',
    'node.internal-address': '127.0.0.1',
    'discovery.uri': `http://127.0.0.1:${port}`,
  });
  properties(join(folder, 'catalog', `${CATALOG}.properties`), {
    'connector.name': 'hive',
    'hive.metastore': 'glue',
    'hive.metastore.glue.region': REGION,
    'hive.metastore.glue.endpoint-url': aws,
    'hive.metastore.glue.aws-access-key': 'test',
    'hive.metastore.glue.aws-secret-key': 'test',
    'hive.partition-projection-enabled': 'true',
    'fs.native-s3.enabled': 'true',
    's3.endpoint': aws,
    's3.region': REGION,
    's3.aws-access-key': 'test',
    's3.aws-secret-key': 'test',
    's3.path-style-access': 'true',
    // Small files would be read whole, and the bytes counted would not be those of the columns.
    'parquet.small-file-threshold': '0B',
  });
}

function properties(file: string, values: Readonly<Record<string, string>>): void {
  writeFileSync(file, Object.entries(values).map(([name, value]) => `${name}=${value}\n`).join(''));
}
