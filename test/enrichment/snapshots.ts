import { Snapshot, SNAPSHOT_VERSION } from '../../src/directory/snapshot';

/** Two customers, of which one has no plan on the stage. */
export const SNAPSHOT: Snapshot = {
  version: SNAPSHOT_VERSION,
  apis: { a1b2c3: 'Orders' },
  plans: { gold: { name: 'Gold', stages: ['a1b2c3/prod'] }, beta: { name: 'Beta', stages: ['a1b2c3/beta'] } },
  keys: {
    'key-of-initech': { name: 'Initech', customerId: 'Initech', customerName: 'Initech', plans: ['beta', 'gold'] },
    'key-of-hooli': { name: 'Hooli', customerId: 'Hooli', customerName: 'Hooli', plans: ['beta'] },
  },
};
