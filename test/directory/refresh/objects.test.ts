import { ENVIRONMENT, linked, listedKey, listedPlan, listedStage } from './samples';
import { Directory } from '../../../src/directory/directory';
import { Listing } from '../../../src/directory/listing';
import { directoryObjects } from '../../../src/directory/refresh/objects';
import { parseSnapshot } from '../../../src/directory/snapshot';
import fc from '../../support/fast-check';

const id = fc.oneof(fc.constantFrom('a', 'b', '10', '9', '__proto__', 'ä'), fc.string({ minLength: 1, maxLength: 4 }));
const tags = fc.dictionary(id, fc.string({ maxLength: 4 }), { maxKeys: 3 });
const stage = fc.record({ apiId: id, stage: fc.constantFrom('prod', 'test'), methodThrottles: fc.constant({}) });

const anyListing: fc.Arbitrary<Listing> = fc.record({
  apis: fc.uniqueArray(
    fc.record({ id, name: fc.string(), description: fc.constant(null), createdAt: fc.constant(null) }),
    { selector: (api) => api.id },
  ),
  stages: fc.uniqueArray(id.map((apiId) => listedStage(apiId, 'prod')), { selector: ({ apiId }) => apiId }),
  usagePlans: fc.uniqueArray(
    fc.tuple(id, fc.uniqueArray(stage, { selector: ({ apiId, stage: name }) => `${apiId}/${name}` }), fc.uniqueArray(id), tags)
      .map(([planId, stages, keyIds, planTags]) => listedPlan(planId, { stages, keyIds, tags: planTags })),
    { selector: (plan) => plan.id },
  ),
  apiKeys: fc.uniqueArray(fc.tuple(id, tags).map(([keyId, keyTags]) => listedKey(keyId, { tags: keyTags })), { selector: (key) => key.id }),
});

function reversed(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).reverse());
}

/** The same things in the opposite order, as another listing might bring them. */
function otherOrder(listing: Listing): Listing {
  return {
    apis: [...listing.apis].reverse(),
    stages: [...listing.stages].reverse(),
    usagePlans: [...listing.usagePlans].reverse()
      .map((plan) => ({ ...plan, stages: [...plan.stages].reverse(), keyIds: [...plan.keyIds].reverse(), tags: reversed(plan.tags) })),
    apiKeys: [...listing.apiKeys].reverse().map((key) => ({ ...key, tags: reversed(key.tags) })),
  };
}

test('the bytes do not depend on the order of the listing or on duplicates in it', () => {
  fc.assert(fc.property(anyListing, (listing) => {
    const twice = { ...listing, apiKeys: [...listing.apiKeys, ...listing.apiKeys], usagePlans: [...listing.usagePlans, ...listing.usagePlans] };
    const expected = directoryObjects(linked(listing), ENVIRONMENT);
    expect(directoryObjects(linked(otherOrder(listing)), ENVIRONMENT)).toEqual(expected);
    expect(directoryObjects(linked(twice), ENVIRONMENT)).toEqual(expected);
  }));
});

test('a lookup finds a plan exactly if the tables have one', () => {
  fc.assert(fc.property(anyListing, (listing) => {
    const objects = directoryObjects(linked(listing), ENVIRONMENT);
    const rows = (table: string) => objects.find(({ key }) => key.includes(`/${table}/`))!.body.split('\n').slice(0, -1).map((line) => JSON.parse(line));
    const directory = new Directory(parseSnapshot(objects.at(-1)!.body)!);
    for (const key of rows('api_keys')) {
      for (const plan of rows('usage_plans').filter(({ api_id }) => api_id !== null)) {
        const found = directory.find(plan.api_id, plan.stage, key.api_key_id);
        expect(found.api_key_name).toBe(key.api_key_name);
        if (plan.usage_plan_id === key.usage_plan_id) expect(found.enrichment_status).toBe('enriched');
      }
    }
  }));
});
