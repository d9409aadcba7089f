import { API_KEYS_TABLE } from './api-keys-table';
import { APIS_TABLE } from './apis-table';
import { STAGES_TABLE } from './stages-table';
import { DirectoryTable } from './table';
import { USAGE_PLANS_TABLE } from './usage-plans-table';

/** The tables of the directory. The Glue tables and the objects that fill them are derived from this list. */
export const DIRECTORY_TABLES: readonly DirectoryTable[] = [API_KEYS_TABLE, USAGE_PLANS_TABLE, APIS_TABLE, STAGES_TABLE];
