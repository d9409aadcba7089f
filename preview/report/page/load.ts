/// <reference lib="dom" />

/** The data of the page: gzipped JSON in base64. */
export async function loadData<T>(): Promise<T> {
  const text = atob(document.getElementById('data')!.textContent);
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return await new Response(stream).json() as T;
}
