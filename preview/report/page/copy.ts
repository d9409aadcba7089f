/// <reference lib="dom" />

const SAID_FOR = 2000;

/** Copies what a button names, and says so. A file is no place where the clipboard may always be written: then it is selected. */
export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
    const source = document.getElementById(button.dataset.copies!)!;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(source.textContent).then(() => 'Copied', () => {
        getSelection()?.selectAllChildren(source);
        return 'Selected: copy it';
      }).then((said) => {
        const label = button.textContent;
        button.textContent = said;
        setTimeout(() => { button.textContent = label; }, SAID_FOR);
      });
    });
  }
}
