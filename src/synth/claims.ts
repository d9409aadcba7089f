import { IConstruct } from 'constructs';

/** Something that only one construct may use. */
export interface Claim {
  readonly owner: IConstruct;
}

/** The claims of one kind. Each app, stack or other scope has a separate list. */
export class Claims<Kind extends Claim> {
  private readonly scopes = new WeakMap<IConstruct, Kind[]>();

  /** @param clash whether two claims cannot both be made */
  constructor(private readonly clash: (one: Kind, other: Kind) => boolean) {}

  /** Makes a claim within a scope. If it clashes with an earlier claim, this returns the earlier one and makes none. */
  public add(scope: IConstruct, claim: Kind): Kind | undefined {
    const claims = this.scopes.get(scope) ?? [];
    const earlier = claims.find((other) => this.clash(other, claim));
    if (!earlier) this.scopes.set(scope, [...claims, claim]);
    return earlier;
  }
}
