import { ENDPOINTS_BY_PLAN_AND_CUSTOMER } from './endpoints-by-plan-and-customer';
import { MONTH_AT_A_GLANCE } from './month-at-a-glance';
import { REQUESTS_BY_PLAN } from './requests-by-plan';
import { TOP_CUSTOMERS_BY_STATUS } from './top-customers-by-status';
import { Question } from '../question';

/** The questions of every pipeline, in the order of their sheets. To add one, add its file and a line here. */
export const QUESTIONS: readonly Question[] = [
  MONTH_AT_A_GLANCE,
  REQUESTS_BY_PLAN,
  TOP_CUSTOMERS_BY_STATUS,
  ENDPOINTS_BY_PLAN_AND_CUSTOMER,
];
