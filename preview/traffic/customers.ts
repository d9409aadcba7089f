/** The habit that distinguishes a customer's traffic. */
export type Habit =
  | 'steady'
  /** Many people use an app with one key. */
  | 'shared'
  | 'churned'
  | 'new'
  /** Makes more requests than its plan's quota. */
  | 'overQuota'
  /** Sends batches faster than its plan's throttle allows. */
  | 'batches'
  /** Has a key but never uses it. */
  | 'unused';

interface Customer {
  readonly name: string;
  readonly plan: PlanName;
  readonly habit: Habit;
  /** When its key was created, as a part of the time of the traffic from 0 to 1; absent: long before. */
  readonly since?: number;
}

/** A new customer sends no request before this part of the time. */
export const NEW_SINCE = 0.6;

export type PlanName = 'Free' | 'Basic' | 'Pro' | 'Enterprise';

const steady = (plan: PlanName) => (name: string): Customer => ({ name, plan, habit: 'steady' });

/** The invented customers, the largest first: a few large ones and many small ones. */
export const CUSTOMERS: readonly Customer[] = [
  ...['Alder Freight', 'Beacon Retail', 'Cobalt Systems'].map(steady('Enterprise')),
  { name: 'Pocket Planner', plan: 'Pro', habit: 'shared' },
  ...['Dovetail Bank', 'Ember Airways'].map(steady('Enterprise')),
  ...['Fernhill Foods', 'Granite Parcels'].map(steady('Pro')),
  { name: 'Harbour & Sons', plan: 'Pro', habit: 'churned' },
  { name: 'Ironwood Tools', plan: 'Free', habit: 'overQuota' },
  { name: 'Juniper Health', plan: 'Enterprise', habit: 'new', since: NEW_SINCE },
  { name: 'Kestrel Imports', plan: 'Basic', habit: 'batches' },
  ...['Larkspur Media', 'Müller Söhne', 'Nutmeg Kitchens', 'Osprey Outdoor', 'Papillon Élan'].map(steady('Pro')),
  ...['Quarry Stone', 'Redwood Books', 'Saffron Travel', 'Tidewater Energy', 'Umber Interiors', 'Violet Optics', 'Willow Crafts',
    'Yarrow Seeds', 'Zephyr Bikes', 'Amber Lane', 'Birch Bakery'].map(steady('Basic')),
  ...['Clover Coffee', 'Dune Labs', 'Elm Street Toys', 'Flint Games', 'Garnet Gems', 'Hazel Bee', 'Ivy Lodge', 'Jade Garden', 'Kelp Farm',
    'Linden Prints', 'Moss Studio', 'Noodle Bar', 'O\'Brien Pottery', 'Pebble Yoga'].map(steady('Free')),
  { name: 'Quill Archive', plan: 'Enterprise', habit: 'unused' },
  { name: 'Rosewood Trial', plan: 'Free', habit: 'unused' },
  { name: 'Sorrel Trial', plan: 'Free', habit: 'unused', since: 0.8 },
];
