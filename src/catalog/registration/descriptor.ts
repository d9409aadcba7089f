/** The part of a storage descriptor of AWS Glue that decides how files are read. */
export interface Descriptor {
  readonly Location?: string;
  readonly Columns?: readonly { readonly Name?: string; readonly Type?: string }[];
  readonly InputFormat?: string;
  readonly OutputFormat?: string;
  readonly SerdeInfo?: { readonly SerializationLibrary?: string; readonly Parameters?: Readonly<Record<string, string>> };
}

/** Whether files are read in the same way by both. Comments and statistics do not count. */
export function readsAlike(one: Descriptor = {}, other: Descriptor = {}): boolean {
  return essenceOf(one) === essenceOf(other);
}

/** Whether a location is the folder of a table, or a folder below it. */
export function isBelow(location: string, tableLocation: string | undefined): boolean {
  return asFolder(location).startsWith(asFolder(tableLocation));
}

/** A location with a slash at its end. Athena registers partitions without one. */
export function asFolder(location = ''): string {
  return location.endsWith('/') ? location : `${location}/`;
}

function essenceOf({ Location, Columns = [], InputFormat, OutputFormat, SerdeInfo = {} }: Descriptor): string {
  const columns = Columns.map(({ Name, Type }) => [Name, Type]);
  const { SerializationLibrary, Parameters = {} } = SerdeInfo;
  return JSON.stringify([asFolder(Location), columns, InputFormat, OutputFormat, SerializationLibrary, Object.entries(Parameters).sort()]);
}
