import { ENDPOINTS_BY_PLAN_AND_CUSTOMER } from './endpoints-by-plan-and-customer';
import { Question } from './question';
import { REQUESTS_BY_PLAN } from './requests-by-plan';
import { TOP_CUSTOMERS_BY_STATUS } from './top-customers-by-status';

/** The questions that are asked of every pipeline, in the order in which a reader wants to know. */
export const QUESTIONS: readonly Question[] = [REQUESTS_BY_PLAN, TOP_CUSTOMERS_BY_STATUS, ENDPOINTS_BY_PLAN_AND_CUSTOMER];
