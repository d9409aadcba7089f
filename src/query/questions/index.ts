import { ACTIVE_CUSTOMERS } from './active-customers';
import { BUSY_HOURS } from './busy-hours';
import { BYTES_BY_CUSTOMER_AND_ENDPOINT } from './bytes-by-customer-and-endpoint';
import { CUSTOMERS_GETTING_WORSE } from './customers-getting-worse';
import { DATA_FRESHNESS } from './data-freshness';
import { ENDPOINT_CALLERS } from './endpoint-callers';
import { ENDPOINT_USAGE } from './endpoint-usage';
import { ENDPOINTS_BY_PLAN_AND_CUSTOMER } from './endpoints-by-plan-and-customer';
import { ERROR_RATE_BY_CUSTOMER } from './error-rate-by-customer';
import { ERRORS_BY_ENDPOINT } from './errors-by-endpoint';
import { ERRORS_OVER_TIME } from './errors-over-time';
import { FAILED_AUTHENTICATION } from './failed-authentication';
import { LATENCY_BY_CUSTOMER } from './latency-by-customer';
import { LATENCY_BY_ENDPOINT } from './latency-by-endpoint';
import { LATENCY_OVER_TIME } from './latency-over-time';
import { MONTH_AT_A_GLANCE } from './month-at-a-glance';
import { MOST_USED_ENDPOINTS } from './most-used-endpoints';
import { NEW_CUSTOMERS } from './new-customers';
import { PEAK_AGAINST_THROTTLE } from './peak-against-throttle';
import { PLAN_FIT } from './plan-fit';
import { QUOTA_AT_RISK } from './quota-at-risk';
import { REQUESTS_BY_PLAN } from './requests-by-plan';
import { REQUESTS_BY_STAGE } from './requests-by-stage';
import { REQUESTS_OVER_TIME } from './requests-over-time';
import { REQUESTS_WITHOUT_KEY } from './requests-without-key';
import { SHARE_BY_PLAN } from './share-by-plan';
import { SILENT_CUSTOMERS } from './silent-customers';
import { THROTTLED_CUSTOMERS } from './throttled-customers';
import { TOP_CUSTOMERS } from './top-customers';
import { TOP_CUSTOMERS_BY_STATUS } from './top-customers-by-status';
import { UNUSED_KEYS } from './unused-keys';
import { USAGE_STATEMENT } from './usage-statement';
import { Question } from '../question';

/** The questions of every pipeline, in the order of their sheets. To add one, add its file and a line here. */
export const QUESTIONS: readonly Question[] = [
  MONTH_AT_A_GLANCE,
  REQUESTS_BY_PLAN,
  TOP_CUSTOMERS_BY_STATUS,
  ENDPOINTS_BY_PLAN_AND_CUSTOMER,
  REQUESTS_OVER_TIME,
  TOP_CUSTOMERS,
  ERROR_RATE_BY_CUSTOMER,
  NEW_CUSTOMERS,
  SILENT_CUSTOMERS,
  ACTIVE_CUSTOMERS,
  USAGE_STATEMENT,
  SHARE_BY_PLAN,
  QUOTA_AT_RISK,
  THROTTLED_CUSTOMERS,
  PLAN_FIT,
  UNUSED_KEYS,
  MOST_USED_ENDPOINTS,
  ENDPOINT_USAGE,
  ENDPOINT_CALLERS,
  BYTES_BY_CUSTOMER_AND_ENDPOINT,
  ERRORS_OVER_TIME,
  ERRORS_BY_ENDPOINT,
  CUSTOMERS_GETTING_WORSE,
  FAILED_AUTHENTICATION,
  REQUESTS_WITHOUT_KEY,
  LATENCY_OVER_TIME,
  LATENCY_BY_ENDPOINT,
  LATENCY_BY_CUSTOMER,
  BUSY_HOURS,
  REQUESTS_BY_STAGE,
  PEAK_AGAINST_THROTTLE,
  DATA_FRESHNESS,
];
