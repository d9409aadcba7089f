/// <reference lib="dom" />
import { element } from './dom';

const SAID_FOR = 2000;

/** A button that copies a text, and says so. A file is no place where the clipboard may always be written: then it is selected. */
export function copyButton(source: HTMLElement): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'copy', click: () => void copy() }, 'Copy');
  const copy = async () => {
    const said = await navigator.clipboard.writeText(source.textContent).then(() => 'Copied', () => {
      getSelection()?.selectAllChildren(source);
      return 'Selected: copy it';
    });
    button.textContent = said;
    setTimeout(() => { button.textContent = 'Copy'; }, SAID_FOR);
  };
  return button;
}
