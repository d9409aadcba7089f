import { sortedJson } from '../order';
import { DirectoryColumn, DirectoryTable, timestampOf } from './table';

const COLUMNS = [
  { name: 'api_id', kind: 'text', comment: 'Id of the REST API.' },
  { name: 'api_name', kind: 'text', comment: 'Name of the REST API.' },
  { name: 'stage', kind: 'text', comment: 'Name of the stage.' },
  { name: 'description', kind: 'text', comment: 'Description of the stage.' },
  { name: 'deployment_id', kind: 'text', comment: 'Id of the deployment that the stage serves.' },
  { name: 'created_at', kind: 'timestamp', comment: 'When the stage was created, UTC.' },
  { name: 'tags', kind: 'text', comment: 'Tags of the stage, as a JSON object.' },
] as const satisfies readonly DirectoryColumn[];

export const STAGES_TABLE: DirectoryTable<typeof COLUMNS> = {
  name: 'stages',
  comment: 'The stages whose access log goes to this pipeline, one row each, of the APIs that usage plans name.',
  key: 'stages/stages.ndjson',
  columns: COLUMNS,
  rows: ({ stages, apiNames }) => stages.map((stage) => ({
    api_id: stage.apiId,
    api_name: apiNames.get(stage.apiId) ?? null,
    stage: stage.name,
    description: stage.description,
    deployment_id: stage.deploymentId,
    created_at: timestampOf(stage.createdAt),
    tags: sortedJson(stage.tags),
  })),
};
