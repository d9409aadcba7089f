/// <reference lib="dom" />
import { element } from '../../report/page/dom';
import { RichText, RichTextElement } from '../rich-text';

const TAGS = { block: 'div', inline: 'span', b: 'strong', i: 'em', u: 'u', br: 'br', a: 'a', ul: 'ul', ol: 'ol', li: 'li' } as const;

export function richText(text: RichText): (Node | string)[] {
  return text.map((part) => typeof part === 'string' ? part : element(TAGS[part.tag], { style: styleOf(part), href: part.href }, richText(part.parts)));
}

/** The text without its markup. */
export function plainText(text: RichText): string {
  return text.map((part) => typeof part === 'string' ? part : plainText(part.parts)).join('');
}

function styleOf({ align, size }: RichTextElement): string | undefined {
  return [...align === undefined ? [] : [`text-align: ${align}`], ...size === undefined ? [] : [`font-size: ${size}`]].join('; ') || undefined;
}
