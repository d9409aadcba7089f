/// <reference lib="dom" />

/** The rows of a group open and close with its button; all but the first begin closed. Without a script all are open. */
export function openingGroups(): void {
  for (const [index, button] of document.querySelectorAll<HTMLButtonElement>('.pivot button').entries()) {
    const rows = document.getElementById(button.getAttribute('aria-controls')!)!;
    const show = (open: boolean): void => {
      button.setAttribute('aria-expanded', String(open));
      rows.hidden = !open;
    };
    show(index === 0);
    button.addEventListener('click', () => show(rows.hidden === true));
  }
}
