import { S3Reads } from './aws/s3-reads';
import { GlueTable } from '../../preview/catalog/glue-table';

/** The days of the folders of a table that were listed. */
export function listedDays({ listed }: S3Reads, { bucket, prefix }: GlueTable): Set<string> {
  const folders = listed.filter((folder) => folder.startsWith(`${bucket}/${prefix}`));
  return new Set(folders.map((folder) => folder.slice(`${bucket}/${prefix}`.length).replace(/hour=.*/, '')));
}
