/// <reference lib="dom" />

export type Child = Node | string | false | undefined | readonly Child[];
type Attribute = string | number | boolean | undefined | ((event: Event) => void);

/** Creates an element. Strings become text nodes, never markup. A property that is a function listens to the event of its name. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, attributes: Readonly<Record<string, Attribute>> = {}, ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  append(made, children);
  return made;
}

/** Replaces the children of an element. */
export function fill(parent: HTMLElement, ...children: readonly Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

function append(parent: HTMLElement, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue;
    if (child instanceof Node || typeof child === 'string') parent.append(child);
    else append(parent, child);
  }
}
