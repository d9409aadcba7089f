import { InputError } from '../../input-error';

type Read<T> = (properties: Properties) => T;

/**
 * The properties of one object in a definition. A property that no method has asked for is an error, because the preview does not
 * know it and would draw something else than QuickSight.
 */
export class Properties {
  /** Reads an object. `path` names it in errors. */
  public static read<T>(value: unknown, path: string, read: Read<T>): T {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InputError(`${path} must be an object, but is ${shown(value)}.`);
    const properties = new Properties(value as Record<string, unknown>, path);
    const result = read(properties);
    properties.refuseUnknown();
    return result;
  }

  private readonly known = new Set<string>();

  private constructor(private readonly values: Readonly<Record<string, unknown>>, public readonly path: string) {}

  /** The names of the properties, for an object whose keys are not fixed. */
  public get names(): readonly string[] {
    return Object.keys(this.values);
  }

  public has(name: string): boolean {
    this.known.add(name);
    return this.values[name] !== undefined;
  }

  public text(name: string): string {
    return this.optionalText(name) ?? this.missing(name);
  }

  public optionalText(name: string): string | undefined {
    return this.primitive<string>(name, 'string');
  }

  public number(name: string): number {
    return this.optionalNumber(name) ?? this.missing(name);
  }

  public optionalNumber(name: string): number | undefined {
    return this.primitive<number>(name, 'number');
  }

  public flag(name: string): boolean {
    return this.primitive<boolean>(name, 'boolean') ?? this.missing(name);
  }

  /** One of the values that the preview knows. */
  public choice<const T extends string>(name: string, values: readonly T[]): T {
    return this.optionalChoice(name, values) ?? this.missing(name);
  }

  public optionalChoice<const T extends string>(name: string, values: readonly T[]): T | undefined {
    const value = this.optionalText(name);
    if (value !== undefined && !values.includes(value as T)) {
      throw new InputError(`${this.at(name)} is ${shown(value)}, which the preview does not know. It knows ${values.join(', ')}.`);
    }
    return value as T | undefined;
  }

  public object<T>(name: string, read: Read<T>): T {
    return this.optionalObject(name, read) ?? this.missing(name);
  }

  public optionalObject<T>(name: string, read: Read<T>): T | undefined {
    return this.has(name) ? Properties.read(this.values[name], this.at(name), read) : undefined;
  }

  /** The list is empty if it is absent. */
  public list<T>(name: string, read: Read<T>): T[] {
    return this.items(name).map((item, index) => Properties.read(item, `${this.at(name)}[${index}]`, read));
  }

  /** A list that has room for several items, of which the preview draws one. */
  public atMostOne<T>(name: string, read: Read<T>): T[] {
    const items = this.list(name, read);
    if (items.length > 1) throw new InputError(`${this.at(name)} has ${items.length} items. The preview draws one.`);
    return items;
  }

  /** The item of a list that must have one. */
  public one<T>(name: string, read: Read<T>): T {
    const [item] = this.atMostOne(name, read);
    return item ?? this.missing(name);
  }

  public texts(name: string): string[] {
    return this.items(name).map((item, index) => {
      if (typeof item !== 'string') throw new InputError(`${this.at(name)}[${index}] must be a string, but is ${shown(item)}.`);
      return item;
    });
  }

  /** Reads a union, which has exactly one of these properties. */
  public oneOf<T>(readers: Readonly<Record<string, Read<T>>>): T {
    const names = Object.keys(readers);
    const present = names.filter((name) => this.has(name));
    this.refuseUnknown();
    if (present.length !== 1) throw new InputError(`${this.path} must have exactly one of ${names.join(', ')}, but has ${present.join(' and ') || 'none'}.`);
    return this.object(present[0], readers[present[0]]);
  }

  /** Marks properties that the preview knows and does not draw: they change no number and no place. */
  public notDrawn(...names: readonly string[]): void {
    names.forEach((name) => this.known.add(name));
  }

  public at(name: string): string {
    return `${this.path}.${name}`;
  }

  private items(name: string): readonly unknown[] {
    if (!this.has(name)) return [];
    const value = this.values[name];
    if (!Array.isArray(value)) throw new InputError(`${this.at(name)} must be a list, but is ${shown(value)}.`);
    return value;
  }

  private primitive<T>(name: string, type: string): T | undefined {
    if (!this.has(name)) return undefined;
    if (typeof this.values[name] !== type) throw new InputError(`${this.at(name)} must be a ${type}, but is ${shown(this.values[name])}.`);
    return this.values[name] as T;
  }

  private missing(name: string): never {
    throw new InputError(`${this.at(name)} is missing.`);
  }

  private refuseUnknown(): void {
    const unknown = Object.keys(this.values).find((name) => !this.known.has(name));
    if (unknown === undefined) return;
    throw new InputError(`${this.at(unknown)} is a property that the preview does not know. Of ${this.path.split('.').pop()} it knows ${[...this.known].join(', ')}.`);
  }
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? 'absent';
}
