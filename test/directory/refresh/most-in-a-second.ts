/** How many moments the fullest second has. */
export function mostInASecond(moments: readonly number[]): number {
  return Math.max(...moments.map((start) => moments.filter((moment) => moment >= start && moment < start + 1000).length));
}
