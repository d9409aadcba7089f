import { Random } from './random';

const CLIENTS = [
  'okhttp/4.12.0', 'python-requests/2.32.3', 'axios/1.7.9', 'Go-http-client/2.0', 'curl/8.5.0', 'Java-http-client/21.0.5', 'node-fetch/3.3.2',
  'GuzzleHttp/7', 'Faraday v2.12.2', 'Apache-HttpClient/5.4.1 (Java/17.0.13)', 'RestSharp/112.1.0.0',
] as const;

const PHONES = [
  'PocketPlanner/5.2.1 (iOS 18.1; iPhone15,3)', 'PocketPlanner/5.2.0 (iOS 17.6; iPhone14,5)', 'PocketPlanner/5.1.7 (Android 15; Pixel 8)',
  'PocketPlanner/5.2.1 (Android 14; SM-S921B)', 'PocketPlanner/4.9.3 (Android 12; moto g)',
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
] as const;

/** User agents that a log line, a page or SQL might handle wrongly. */
const ODD = [
  'He said "quote" and \\ backslash',
  'x","status":"200","api_key_id":"key-alder-freight","customer_name":"nobody',
  'Mozilla/5.0 (compatible; \u0431\u043e\u0442/1.0; \ud83e\udd16)',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '\'; DROP TABLE logs; --',
  'tab\tand\u0001control',
  // The bytes 0xE9 and 0xFF as lone surrogates: not valid UTF-8.
  'caf\udce9/\udcff',
  '-',
  '%{(#context)}${jndi:x}',
  'A'.repeat(3000),
] as const;

export const SCANNERS = ['Mozilla/5.0 zgrab/0.x', 'masscan/1.3', 'sqlmap/1.8.11#stable'] as const;
export const PROBER = 'python-requests/2.31.0';
export const MONITOR = 'Amazon CloudWatch Synthetics canary';

/** One or two clients for a company. */
export function companyAgents(random: Random): readonly string[] {
  return random.shuffled(CLIENTS).slice(0, 1 + random.integer(2));
}

export const phoneAgent = (random: Random): string => random.pick(PHONES);
export const oddAgent = (random: Random): string => random.pick(ODD);
