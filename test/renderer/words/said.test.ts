import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ofFields } from '../../../renderer/words/de/said/fields.ts';
import { said } from '../../../renderer/words/said.ts';
import { speak, words } from '../../../renderer/words/words.ts';
import { hubSentences } from './hub-sentences.ts';

describe('in German', () => {
  beforeAll(() => speak('de'));
  afterAll(() => speak('en'));

  it.each([
    ['The camera answers but sends no pictures.', 'Die Kamera antwortet, sendet aber keine Bilder.'],
    ['Lares watches at most 32 cameras.', 'Lares schaut auf höchstens 32 Kameras.'],
    [
      'Lares watches at most 32 cameras. Remove one first.',
      'Lares schaut auf höchstens 32 Kameras. Entferne zuerst eine.',
    ],
    [
      'Front door: The camera refuses the user or the password.',
      'Front door: Die Kamera lehnt den Benutzer oder das Passwort ab.',
    ],
    [
      'Garden: Its small picture is missing. The camera has no video under this path.',
      'Garden: Ihr kleines Bild fehlt. Die Kamera hat unter diesem Pfad kein Video.',
    ],
    ['The file is a video, not a photo.', 'Die Datei ist ein Video, kein Foto.'],
    [
      'The disk was about to fill, so the recordings that are least worth keeping were deleted before their time: 3 that showed nobody, 2 of visits.',
      'Die Platte wurde voll, darum wurden die entbehrlichsten Aufnahmen vorzeitig gelöscht: 3, auf denen niemand war, 2 von Besuchen.',
    ],
    [
      'Choose a plain template, like {{ value_json.state }}, in the device that sends it.',
      'Wähle im Gerät, das sie sendet, eine einfache Vorlage wie {{ value_json.state }}.',
    ],
    ['Something new was said. Reload the page.', 'Something new was said. Lade die Seite neu.'],
    ['A camera needs a name.', 'Eine Kamera braucht einen Namen.'],
    ['', ''],
  ])('says “%s”', (english, german) => {
    expect(said(english)).toBe(german);
  });

  it('fills in a name as it is, whatever stands in it', () => {
    const name = '$& {0} (.*) <script> مرحبا '.repeat(8);
    expect(
      said(`The phrase “${name}” does not fit the ear of Lares any more, and could not be learnt anew.`),
    ).toBe(`Der Rufname „${name}“ passt nicht mehr zum Gehör von Lares und ließ sich nicht neu lernen.`);
  });

  it('gives every saying the gaps that its sentence has, or fewer', () => {
    const gapsOf = (text: string) => new Set(text.match(/\{\d\}/g));
    const strange = Object.entries(words.said ?? {}).filter(([english, german]) =>
      [...gapsOf(german)].some((gap) => !gapsOf(english).has(gap)),
    );
    expect(strange).toEqual([]);
  });

  it('knows nearly every sentence of the hub that the page may show, and none that nobody says', () => {
    const sayings = words.said ?? {};
    const found = hubSentences();
    const sentences = [...found].filter(([, path]) => !terminal.test(path));
    const missing = sentences.filter(([sentence]) => sayings[sentence] === undefined);
    const stale = Object.keys(sayings).filter(
      (sentence) => /[.!?]$/.test(sentence) && !(sentence in ofFields) && !found.has(sentence),
    );
    // Some may be said anew before they are translated, and stay English meanwhile.
    expect(missing.length > 0.1 * sentences.length ? missing : []).toEqual([]);
    expect(stale.length > 0.1 * sentences.length ? stale : []).toEqual([]);
  });
});

/** What says its sentences at the terminal or in the log only: before a page is there, or to who downloads and restores. */
const terminal =
  /hub\/(run|start|server|request-guard|page|pictures|logged-trouble|playback\/clip-files|access\/(request-door|login-page)|api\/access|onvif\/onvif-device)\.ts|models\/|store\/(backup|case|key-mark|migrate|data-key|store|keys)|apologies|spoken-text|speaker-test|vision\/camera\/y4m/;

it('leaves the hub’s sentences as they are in English', () => {
  expect(said('The camera answers but sends no pictures.')).toBe('The camera answers but sends no pictures.');
});
