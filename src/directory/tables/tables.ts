import { API_KEYS_TABLE } from './api-keys-table';
import { APIS_TABLE } from './apis-table';
import { STAGES_TABLE } from './stages-table';
import { DirectoryTable } from './table';
import { USAGE_PLANS_TABLE } from './usage-plans-table';

/** The tables of the directory. To add one, add it here: the Glue table and the object that fills it follow. */
export const DIRECTORY_TABLES: readonly DirectoryTable[] = [API_KEYS_TABLE, USAGE_PLANS_TABLE, APIS_TABLE, STAGES_TABLE];
