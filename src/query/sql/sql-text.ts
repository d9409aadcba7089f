/** A text as SQL writes it. */
export function sqlText(text: string): string {
  return `'${text.replaceAll('\'', '\'\'')}'`;
}
