/** A clock that goes on only when it is told to. It reaches bundle and sources alike, and no timer. */
export class Clock {
  private now = Date.now();

  constructor() {
    jest.spyOn(Date, 'now').mockImplementation(() => this.now);
  }

  public advance(seconds: number): void {
    this.now += seconds * 1000;
  }
}
