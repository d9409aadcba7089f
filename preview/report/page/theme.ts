/// <reference lib="dom" />
import { Colour } from '../colours';

/** The colours of the page in its present mode, light or dark. */
export interface Theme {
  readonly text: string;
  readonly muted: string;
  readonly surface: string;
  readonly line: string;
  readonly accent: string;
  readonly font: string;
  of(colour: Colour): string;
}

export function currentTheme(): Theme {
  const style = getComputedStyle(document.body);
  const of = (colour: Colour) => style.getPropertyValue(colour).trim();
  return {
    text: of('--text'), muted: of('--muted'), surface: of('--surface'), line: of('--line'), accent: of('--accent'), font: style.fontFamily, of,
  };
}
