import { DirectoryColumn, DirectoryTable, timestampOf } from './table';

const COLUMNS = [
  { name: 'api_id', kind: 'text', comment: 'Id of the REST API.' },
  { name: 'api_name', kind: 'text', comment: 'Name of the REST API.' },
  { name: 'description', kind: 'text', comment: 'Description of the REST API.' },
  { name: 'created_at', kind: 'timestamp', comment: 'When the REST API was created, UTC.' },
] as const satisfies readonly DirectoryColumn[];

export const APIS_TABLE: DirectoryTable<typeof COLUMNS> = {
  name: 'apis',
  comment: 'The REST APIs within the directory\'s scope, one row each.',
  key: 'apis/apis.ndjson',
  columns: COLUMNS,
  rows: ({ apis }) => apis.map((api) => ({
    api_id: api.id,
    api_name: api.name,
    description: api.description,
    created_at: timestampOf(api.createdAt),
  })),
};
