/** After a refused form was drawn again: brings its first wrong field into view and gives it the focus. */
export function showFirstError(form: HTMLFormElement): void {
  setTimeout(() => {
    const wrong = form.querySelector('[aria-invalid="true"]');
    if (wrong instanceof HTMLElement) wrong.focus();
  }, 0);
}
