import { beforeDeadline } from '../../../src/directory/refresh/deadline';

const never = new Promise<void>(() => undefined);

test('a run that would be killed fails before, with the way out', async () => {
  await expect(beforeDeadline(never, 1020)).rejects.toThrow(/longer directoryRefreshInterval/);
});

test('a run that ends in time ends as it does', async () => {
  await expect(beforeDeadline(Promise.resolve(), 60_000)).resolves.toBeUndefined();
  await expect(beforeDeadline(Promise.reject(new Error('own')), 60_000)).rejects.toThrow('own');
  await expect(beforeDeadline(Promise.resolve(), undefined)).resolves.toBeUndefined();
});
