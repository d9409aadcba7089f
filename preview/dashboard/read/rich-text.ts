import { InputError } from '../../input-error';
import { RichText, RichTextElement, RichTextPart } from '../rich-text';

const TAGS = ['block', 'inline', 'b', 'i', 'u', 'br', 'a', 'ul', 'ol', 'li'] as const;

/** The attributes of tags. Colours are those of the page, which is light and dark. */
const ATTRIBUTES: Readonly<Record<string, 'align' | 'size' | 'href' | undefined>> = {
  'align': 'align', 'font-size': 'size', 'href': 'href', 'color': undefined, 'background-color': undefined, 'target': undefined,
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };

/** A tag with its attributes, or a text. */
const PIECE = /<(?<end>\/)?(?<tag>[a-z-]+)(?<attributes>(?:\s+[a-z-]+="[^"]*")*)\s*(?<empty>\/)?>|(?<text>[^<]+)/y;

/** Reads markup. `root` is the tag around all of it. */
export function richText(markup: string, root: string, path: string): RichText {
  const open: { readonly tag: string; readonly attributes: Partial<RichTextElement>; readonly parts: RichTextPart[] }[] = [{ tag: '', attributes: {}, parts: [] }];
  const close = (tag: string) => {
    const { tag: opened, attributes, parts } = open.pop()!;
    if (opened !== tag || open.length === 0) throw new InputError(`${path}: </${tag}> ends what does not begin: ${markup}`);
    if (tag === root) open[open.length - 1].parts.push(...parts);
    else open[open.length - 1].parts.push({ tag: tag as RichTextElement['tag'], ...attributes, parts });
  };
  for (let at = 0; at < markup.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at;
    const { end, tag, attributes = '', empty, text } = PIECE.exec(markup)?.groups ?? {};
    if (text !== undefined) {open[open.length - 1].parts.push(plain(text, path));} else if (tag === undefined) {throw new InputError(`${path}: the preview cannot read ${markup.slice(at, at + 30)} in ${markup}`);} else if (end) {close(tag);} else {
      if (tag !== root && !(TAGS as readonly string[]).includes(tag)) throw new InputError(`${path} has the tag <${tag}>, which the preview does not know. It knows ${TAGS.join(', ')}.`);
      open.push({ tag, attributes: attributesOf(attributes, path), parts: [] });
      if (empty) close(tag);
    }
  }
  if (open.length > 1) throw new InputError(`${path}: <${open[open.length - 1].tag}> does not end: ${markup}`);
  return open[0].parts;
}

function attributesOf(text: string, path: string): Partial<RichTextElement> {
  const known = [...text.matchAll(/([a-z-]+)="([^"]*)"/g)].flatMap(([, name, value]) => {
    if (!Object.hasOwn(ATTRIBUTES, name)) throw new InputError(`${path} has the attribute ${name}, which the preview does not know. It knows ${Object.keys(ATTRIBUTES).join(', ')}.`);
    const as = ATTRIBUTES[name];
    return as ? [[as, plain(value, path)]] : [];
  });
  return Object.fromEntries(known);
}

function plain(text: string, path: string): string {
  return text.replace(/&(\w+);/g, (entity, name: string) => {
    if (!Object.hasOwn(ENTITIES, name)) throw new InputError(`${path} has ${entity}, which the preview does not know.`);
    return ENTITIES[name];
  });
}
