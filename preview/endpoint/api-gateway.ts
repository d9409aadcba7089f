import { ApiRequest, ApiResponse } from './http';
import { Account, toWire } from '../directory/account';

const DEFAULT_PAGE = 25;
const LARGEST_PAGE = 500;

/** The items of a resource; undefined if the resource does not exist. */
type Route = readonly [path: RegExp, items: (account: Account, ids: readonly string[], query: URLSearchParams) => readonly object[] | undefined];

const LISTS: readonly Route[] = [
  [/^\/usageplans$/, ({ usagePlans }) => usagePlans],
  [/^\/usageplans\/([^/]+)\/keys$/, (account, [planId]) => account.keysOfPlan(planId)],
  [/^\/apikeys$/, ({ apiKeys }, _ids, query) => (
    query.get('includeValues') === 'true' ? apiKeys : apiKeys.map(({ value: _secret, ...key }) => key)
  )],
  [/^\/restapis$/, ({ restApis }) => restApis],
];

const SINGLES: readonly Route[] = [
  [/^\/usageplans\/([^/]+)$/, ({ usagePlans }, [id]) => usagePlans.filter((plan) => plan.id === id)],
  [/^\/restapis\/([^/]+)$/, ({ restApis }, [id]) => restApis.filter((api) => api.id === id)],
  [/^\/restapis\/([^/]+)\/stages\/([^/]+)$/, (account, [apiId, name]) => account.stagesOfApi(apiId)?.filter((stage) => stage.stageName === name)],
];

const STAGES = /^\/restapis\/([^/]+)\/stages$/;

/** Answers the read operations of API Gateway's control plane that the directory function uses. */
export function answerApiGateway(account: Account, { method, path, query }: ApiRequest): ApiResponse {
  const find = (routes: readonly Route[]) => {
    for (const [pattern, items] of routes) {
      const match = pattern.exec(path);
      if (match) return { items: items(account, match.slice(1).map(decodeURIComponent), query) };
    }
    return undefined;
  };
  if (method !== 'GET') return notAnswered(method, path);
  const list = find(LISTS);
  if (list) return list.items ? page(list.items, query) : notFound(path);
  const single = find(SINGLES);
  if (single) return single.items?.[0] ? json(200, toWire(single.items[0])) : notFound(path);
  const stages = STAGES.exec(path);
  if (!stages) return notAnswered(method, path);
  const items = account.stagesOfApi(decodeURIComponent(stages[1]));
  return items ? json(200, { item: items.map(toWire) }) : notFound(path);
}

function page(items: readonly object[], query: URLSearchParams): ApiResponse {
  const limit = Number(query.get('limit') ?? DEFAULT_PAGE);
  if (!(limit >= 1 && limit <= LARGEST_PAGE)) return error(400, 'BadRequestException', `Invalid limit: ${limit}`);
  const start = Number(query.get('position') ?? 0);
  const next = start + limit;
  return json(200, { item: items.slice(start, next).map(toWire), ...next < items.length && { position: String(next) } });
}

function notFound(path: string): ApiResponse {
  return error(404, 'NotFoundException', `Invalid identifier specified: ${path}`);
}

function notAnswered(method: string, path: string): ApiResponse {
  return error(400, 'BadRequestException', `The preview does not answer ${method} ${path}.`);
}

function error(status: number, type: string, message: string): ApiResponse {
  return { ...json(status, { message }), headers: { 'content-type': 'application/json', 'x-amzn-errortype': type } };
}

function json(status: number, value: unknown): ApiResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(value)) };
}
