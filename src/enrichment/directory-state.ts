import { Found, LookupIds } from './row-writer';
import { Directory } from '../directory/directory';

/** The current source of names: a directory, or the reason why there is none. */
export interface DirectoryState {
  find(ids: LookupIds): Found;
}

export function directoryState(directory: Directory): DirectoryState {
  return { find: ({ api_id, stage, api_key_id }) => directory.find(api_id, stage, api_key_id) };
}

/** No names, and the reason. A request without a key would have no names anyway. */
export function noDirectory(reason: 'no_directory' | 'bad_directory'): DirectoryState {
  return {
    find: ({ api_key_id }) => ({
      api_name: null,
      api_key_name: null,
      customer_id: null,
      customer_name: null,
      usage_plan_id: null,
      usage_plan_name: null,
      internal_key: null,
      enrichment_status: api_key_id === null ? 'no_key' : reason,
    }),
  };
}
