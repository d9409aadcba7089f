import { AnswerColumn } from '../question';

/** The id and the name of a customer, in an answer. */
export const CUSTOMER: readonly AnswerColumn[] = [
  { name: 'customer_id', label: 'Customer id', format: 'id' },
  { name: 'customer_name', label: 'Customer', format: 'text' },
];

export const USAGE_PLAN: readonly AnswerColumn[] = [
  { name: 'usage_plan_id', label: 'Usage plan id', format: 'id' },
  { name: 'usage_plan_name', label: 'Usage plan', format: 'text' },
];

export const API_KEY: readonly AnswerColumn[] = [
  { name: 'api_key_id', label: 'API key id', format: 'id' },
  { name: 'api_key_name', label: 'API key', format: 'text' },
];

export const ENDPOINT: AnswerColumn = { name: 'endpoint', label: 'Endpoint', format: 'code' };

export function count(name: string, label: string): AnswerColumn {
  return { name, label, format: 'count' };
}

export function percent(name: string, label: string): AnswerColumn {
  return { name, label, format: 'percent' };
}

export function timestamp(name: string, label: string): AnswerColumn {
  return { name, label: `${label} (UTC)`, format: 'timestamp' };
}

export function day(name: string, label: string): AnswerColumn {
  return { name, label: `${label} (UTC)`, format: 'day' };
}
