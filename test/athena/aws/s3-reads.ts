/** What queries asked of S3 since the last reset. */
export class S3Reads {
  public lists = 0;
  public gets = 0;
  public bytes = 0;
  private readonly prefixes = new Set<string>();
  private readonly files = new Set<string>();

  /** The prefixes listed, `bucket/prefix` each. */
  public get listed(): string[] {
    return [...this.prefixes].sort();
  }

  public get filesRead(): number {
    return this.files.size;
  }

  public list(bucket: string, prefix: string): void {
    this.lists += 1;
    this.prefixes.add(`${bucket}/${prefix}`);
  }

  public get(file: string, bytes: number): void {
    this.gets += 1;
    this.bytes += bytes;
    this.files.add(file);
  }

  public reset(): void {
    this.lists = this.gets = this.bytes = 0;
    this.prefixes.clear();
    this.files.clear();
  }
}
