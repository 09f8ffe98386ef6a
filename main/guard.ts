import type { Session, WebContents } from 'electron';

/** Only the hub's own page, with its pictures and sockets: `address` is the hub's, such as http://127.0.0.1:7766/. */
export function isHubs(url: string, address: string): boolean {
  try {
    return new URL(url).origin === new URL(address).origin;
  } catch {
    return false;
  }
}

/** What the page may load: from the hub, by HTTP or WebSocket, and what it made itself. Nothing ever goes elsewhere. */
export function mayLoad(url: string, address: string): boolean {
  const { protocol, host } = new URL(url);
  if (protocol === 'blob:' || protocol === 'data:' || protocol === 'devtools:') return true;
  return (protocol === 'http:' || protocol === 'ws:') && host === new URL(address).host;
}

/** The microphone, for the hub's page alone; nothing else, and never a camera. */
export function mayUse(asked: {
  readonly permission: string;
  readonly media: readonly string[];
  readonly origin: string;
  readonly address: string;
}): boolean {
  const microphoneOnly = asked.media.length > 0 && asked.media.every((kind) => kind === 'audio');
  return asked.permission === 'media' && microphoneOnly && isHubs(asked.origin, asked.address);
}

/** Holds for every page of the program, whoever opened it: no way out of the hub's page, no second window, no guests. */
export function guardContents(contents: WebContents, address: () => string): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-frame-navigate', (details) => {
    if (!isHubs(details.url, address())) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    if (!isHubs(details.url, address())) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

export function guardSession(session: Session, address: () => string): void {
  session.setPermissionRequestHandler((...[, permission, answer, details]) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(mayUse({ permission, media, origin: details.requestingUrl, address: address() }));
  });
  session.setPermissionCheckHandler((...[, permission, origin, details]) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    return mayUse({ permission, media, origin, address: address() });
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url, address()) });
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}
