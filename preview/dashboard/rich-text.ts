/** Text of a title or a text box: QuickSight's markup as a tree. */
export type RichText = readonly RichTextPart[];
export type RichTextPart = string | RichTextElement;

export interface RichTextElement {
  readonly tag: 'block' | 'inline' | 'b' | 'i' | 'u' | 'br' | 'a' | 'ul' | 'ol' | 'li';
  readonly align?: string;
  readonly size?: string;
  readonly href?: string;
  readonly parts: RichText;
}
