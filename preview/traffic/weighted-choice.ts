import { Random } from './random';

/** Draws elements with frequencies in proportion to their weights. */
export class WeightedChoice<T> {
  private readonly cumulated: readonly number[];

  constructor(private readonly elements: readonly T[], weight: (element: T) => number) {
    let sum = 0;
    this.cumulated = elements.map((element) => (sum += weight(element)));
  }

  public draw(random: Random): T {
    const point = random.next() * this.cumulated[this.cumulated.length - 1];
    return this.elements[this.cumulated.findIndex((bound) => point < bound)];
  }
}
