/** What became of the last try. */
export type LoginTrouble = 'none' | 'wrong' | { readonly waitMs: number };

const english = {
  title: 'Log in',
  detail: 'With your name and your password for the network, as an owner gave it to you under Settings.',
  name: 'Name',
  password: 'Password',
  open: 'Log in',
  wrong: 'Name or password are not right. Try again.',
  wait: (minutes: number) => `Too many wrong passwords. Try again in ${minutes} min.`,
};
const german: typeof english = {
  title: 'Anmelden',
  detail: 'Mit deinem Namen und deinem Passwort fürs Netz, wie es dir in den Einstellungen gegeben wurde.',
  name: 'Name',
  password: 'Passwort',
  open: 'Anmelden',
  wrong: 'Name oder Passwort stimmen nicht. Versuch es noch einmal.',
  wait: (minutes) => `Zu viele falsche Passwörter. Versuch es in ${minutes} min wieder.`,
};

/**
 * What is shown in the network to whoever has not logged in: a page of its own, without a script, so that nothing of the house is there to
 * be asked. `languages`: the browser's `Accept-Language`.
 */
export function loginPage(languages: string, trouble: LoginTrouble): string {
  const isGerman = /^de\b/i.test(languages);
  const words = isGerman ? german : english;
  const message = trouble === 'none' ? '' : `<p role="alert">${messageOf(trouble, words)}</p>`;
  return `<!doctype html>
<html lang="${isGerman ? 'de' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lares</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; font: 1.0625rem/1.5 system-ui, sans-serif;
    background: light-dark(#f4f2ee, #16130f); color: light-dark(#2b2723, #e9e6e0); }
  form { display: grid; gap: 1.25rem; width: min(24rem, 88vw); }
  h1 { margin: 0; font-size: 1.5rem; }
  p { margin: 0; color: light-dark(#5f5a52, #aaa59c); }
  p[role=alert] { padding: .75rem 1rem; border-radius: .75rem; background: light-dark(#fbe9e6, #3a1f1b);
    color: light-dark(#8f2a1d, #f2a79b); font-weight: 500; }
  label { display: grid; gap: .375rem; font-weight: 500; }
  input, button { font: inherit; min-height: 3rem; border-radius: .75rem; padding: 0 .875rem; }
  input { border: 1px solid light-dark(#918b82, #7d776e); background: light-dark(#fffdfa, #221e19); color: inherit; }
  button { border: 0; background: light-dark(#0f5f5b, #7fd0c6); color: light-dark(#fff, #0d2a28); font-weight: 600; }
  :focus-visible { outline: 3px solid light-dark(#0f5f5b, #7fd0c6); outline-offset: 2px; }
</style>
<form method="post" action="/login">
  <h1>${words.title}</h1>
  <p>${words.detail}</p>
  ${message}
  <label>${words.name}<input name="name" autocomplete="username" required maxlength="200" autofocus></label>
  <label>${words.password}<input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
  <button>${words.open}</button>
</form>
</html>
`;
}

function messageOf(trouble: Exclude<LoginTrouble, 'none'>, words: typeof english): string {
  return trouble === 'wrong' ? words.wrong : words.wait(Math.max(1, Math.ceil(trouble.waitMs / 60_000)));
}
