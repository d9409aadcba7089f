/// <reference lib="dom" />
import { element } from './dom';

const SAID_FOR = 2000;

/** A button that copies a text and confirms it. If the browser does not let a local file write to the clipboard, the text is selected. */
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
