/**
 * Puts a text on the clipboard and says so on the button: in its words, and once to a screen reader, which hears a change of
 * the words of a button that it stands on in some browsers only.
 */
export async function copyText(text: string, button: HTMLButtonElement, what: string): Promise<boolean> {
  const label = button.dataset['label'] ?? button.textContent.trim();
  button.dataset['label'] = label;
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No permission, or a page without a secure address: the old way still works in a press of a button.
    done = copyBySelection(text);
  }
  button.textContent = done ? 'Copied' : 'Press Ctrl+C';
  announce(done ? `${what} copied.` : `${what} could not be copied. It is selected: press Control and C.`);
  setTimeout(() => (button.textContent = label), 4000);
  return done;
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-label', 'Text to copy');
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}

let status: HTMLElement | undefined;

/** Says one thing to a screen reader. The region is there, empty, before it is needed. */
export function announce(message: string): void {
  prepareStatus().textContent = message;
}

export function prepareStatus(): HTMLElement {
  if (status) return status;
  status = document.createElement('p');
  status.className = 'unseen';
  status.setAttribute('role', 'status');
  status.setAttribute('aria-atomic', 'true');
  (document.querySelector('main') ?? document.body).append(status);
  return status;
}

/** Every button with `data-copy` copies the code that stands beside it. */
export function startCopyButtons(): void {
  prepareStatus();
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]'))
    button.addEventListener('click', () => {
      const code = button.parentElement?.querySelector('code')?.textContent ?? '';
      void copyText(code, button, 'The code was');
    });
}
