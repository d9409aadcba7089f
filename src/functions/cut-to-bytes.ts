/** The longest beginning of a text that has at most so many bytes in UTF-8 and does not split a character. */
export function cutToBytes(text: string, maxBytes: number): string {
  // No UTF-16 unit takes more than three bytes.
  if (text.length * 3 <= maxBytes || Buffer.byteLength(text) <= maxBytes) return text;
  const bytes = Buffer.from(text);
  let end = maxBytes;
  while (isContinuation(bytes[end])) end--;
  return bytes.toString('utf8', 0, end);
}

function isContinuation(byte: number): boolean {
  return byte >= 0b1000_0000 && byte < 0b1100_0000;
}
