/** One way to do the work. */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

/** How long a contender took in each round, in milliseconds, the rounds of all taken in turn. */
export async function sideBySide(contenders: readonly Contender[], rounds: number, warmUp: number): Promise<Map<string, number[]>> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const { name, run } of contenders) {
      const began = process.hrtime.bigint();
      await run();
      if (round >= 0) times.get(name)!.push(Number(process.hrtime.bigint() - began) / 1e6);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
