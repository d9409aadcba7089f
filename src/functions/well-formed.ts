/**
 * The text with U+FFFD in place of each lone surrogate, which is half a character. It has no UTF-8 form, JSON would write
 * it as `\ud800`, and readers of the files refuse a row that contains it.
 */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
