/** A column of numbers as JSON: plain, as runs (value, length), or as the numbers other than 0 (distance, value). */
export type Numbers = Column | { readonly runs: Column } | { readonly size: number; readonly sparse: Column };

type Column = readonly (number | null)[];

/** The shortest of the ways to write a column. */
export function packed(values: Column): Numbers {
  const runs: (number | null)[] = [];
  const sparse: (number | null)[] = [];
  let last = 0;
  values.forEach((value, index) => {
    if (runs.length > 0 && runs[runs.length - 2] === value) runs[runs.length - 1]! += 1;
    else runs.push(value, 1);
    if (value !== 0) {
      sparse.push(index - last, value);
      last = index;
    }
  });
  const shortest = Math.min(values.length, runs.length, sparse.length);
  if (runs.length === shortest) return { runs };
  return sparse.length === shortest ? { size: values.length, sparse } : values;
}

/** The column again; what is null becomes NaN. */
export function unpacked(numbers: Numbers): Float64Array {
  if ('runs' in numbers) {
    const pairs = pairsOf(numbers.runs);
    const values = new Float64Array(pairs.reduce((size, [, length]) => size + length, 0));
    let place = 0;
    for (const [value, length] of pairs) values.fill(value, place, place += length);
    return values;
  }
  if ('sparse' in numbers) {
    const values = new Float64Array(numbers.size);
    let place = 0;
    for (const [distance, value] of pairsOf(numbers.sparse)) values[place += distance] = value;
    return values;
  }
  return Float64Array.from(numbers, (value) => value ?? NaN);
}

function pairsOf(flat: Column): [number, number][] {
  return Array.from({ length: flat.length / 2 }, (_, index) => [flat[index * 2] ?? NaN, flat[index * 2 + 1] ?? NaN]);
}
