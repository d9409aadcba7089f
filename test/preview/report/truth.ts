import { readFileSync } from 'fs';
import { join } from 'path';

interface Cell {
  readonly usage_plan_name: string | null;
  readonly api_key_id: string | null;
  readonly customer_name: string | null;
  readonly http_method: string;
  readonly resource_path: string | null;
  readonly status: number;
  readonly requests: number;
}

/** The generator's truth of the month to date, in the words of the questions. */
export class MonthToDate {
  private readonly cells: readonly Cell[];

  constructor(out: string) {
    this.cells = JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8')).monthToDate.cells;
  }

  public get total(): number {
    return this.cells.reduce((sum, { requests }) => sum + requests, 0);
  }

  /** Requests by whatever is asked for. */
  public by(key: (cell: Cell) => string, only: (cell: Cell) => boolean = () => true): Map<string, number> {
    const counts = new Map<string, number>();
    for (const cell of this.cells.filter(only)) counts.set(key(cell), (counts.get(key(cell)) ?? 0) + cell.requests);
    return counts;
  }
}

export const plan = ({ usage_plan_name, api_key_id }: Cell): string => usage_plan_name ?? standIn(api_key_id);
export const customer = ({ customer_name, api_key_id }: Cell): string => customer_name ?? standIn(api_key_id);
export const endpoint = ({ http_method, resource_path }: Cell): string => (resource_path === null ? '(no such path)' : `${http_method} ${resource_path}`);

function standIn(keyId: string | null): string {
  return keyId === null ? '(no API key)' : '(unknown API key)';
}
