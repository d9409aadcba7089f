import { ListedUsagePlan } from '../listing';
import { LinkedApiKey } from '../model';
import { sortedJson } from '../order';
import { DirectoryColumn, DirectoryTable, RowOf, timestampOf } from './table';

const COLUMNS = [
  { name: 'api_key_id', kind: 'text', comment: 'Id (not the secret value) of the API key.' },
  { name: 'api_key_name', kind: 'text', comment: 'Name of the API key; its id where it has none.' },
  { name: 'customer_id', kind: 'text', comment: 'Who the customer behind the API key is.' },
  { name: 'customer_name', kind: 'text', comment: 'What to call the customer in a report.' },
  { name: 'description', kind: 'text', comment: 'Description of the API key.' },
  { name: 'enabled', kind: 'flag', comment: 'Whether callers can use the API key.' },
  { name: 'created_at', kind: 'timestamp', comment: 'When the API key was created, UTC.' },
  { name: 'marketplace_customer_id', kind: 'text', comment: 'AWS Marketplace customer that the API key belongs to.' },
  { name: 'tags', kind: 'text', comment: 'Tags of the API key, as a JSON object.' },
  { name: 'usage_plan_id', kind: 'text', comment: 'Id of a usage plan that holds the API key; null where none does.' },
  { name: 'usage_plan_name', kind: 'text', comment: 'Name of that usage plan.' },
  { name: 'internal_key', kind: 'flag', comment: 'Whether the API key is one of the owner\'s own (internalKeys).' },
] as const satisfies readonly DirectoryColumn[];

export const API_KEYS_TABLE: DirectoryTable<typeof COLUMNS> = {
  name: 'api_keys',
  comment: 'The API keys, one row for each usage plan that a key is in; a key in no plan has one row.',
  key: 'api_keys/api_keys.ndjson',
  columns: COLUMNS,
  rows: ({ apiKeys }) => apiKeys.flatMap((key) =>
    key.usagePlans.length === 0 ? [row(key)] : key.usagePlans.map((plan) => row(key, plan))),
};

function row(key: LinkedApiKey, plan?: ListedUsagePlan): RowOf<typeof COLUMNS> {
  return {
    api_key_id: key.id,
    api_key_name: key.name,
    customer_id: key.customer,
    customer_name: key.customer,
    description: key.description,
    enabled: key.enabled,
    created_at: timestampOf(key.createdAt),
    marketplace_customer_id: key.marketplaceCustomerId,
    tags: sortedJson(key.tags),
    usage_plan_id: plan?.id ?? null,
    usage_plan_name: plan?.name ?? null,
    internal_key: key.internal,
  };
}
