import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { peopleText, personNamed } from '../../../services/cli/people.ts';
import { FaceId, PersonId } from '../../../services/contract/identifiers.ts';
import type { Person } from '../../../services/contract/person.ts';
import { startHouse } from '../../fixtures/house.ts';
import { lares } from '../../fixtures/lares.ts';

const face = (id: string) => ({
  id: FaceId.parse(id),
  origin: 'photo' as const,
  addedAtMs: 1,
  quality: null,
  pose: null,
  isUsed: true,
});

const person = (name: string, changes: Partial<Person> = {}): Person => ({
  id: PersonId.parse('p'),
  name,
  enrolledAtMs: 1,
  consent: null,
  faces: [face('f')],
  advice: [],
  leavesAtMs: null,
  ...changes,
});

describe('people, for a terminal', () => {
  it('are a table of faces, consent and what would help', () => {
    const consent = { givenBy: 'Anna', recordedBy: 'Otto', atMs: 1_700_000_000_000 };
    const advice = [
      { want: 'left' as const, count: 1 },
      { want: 'sharper' as const, count: 2 },
    ];
    expect(peopleText([person('Anna', { consent, advice }), person('Ben', { leavesAtMs: 5 })])).toBe(
      [
        'name  faces  consent           would help',
        'Anna  1      Anna, 2023-11-14  1 from the left, 2 sharper',
        'Ben   1      not recorded      is being erased',
      ].join('\n'),
    );
    expect(peopleText([])).toBe('Nobody is enrolled.');
  });

  it('are found by name, whatever its capitals', () => {
    const zoe = person('Zoë');
    expect(personNamed([person('Ben'), zoe], ' ZOE\u0308')).toBe(zoe);
    expect(() => personNamed([zoe], 'Eve')).toThrow('Nobody of this name is enrolled.');
  });
});

describe('lares people', () => {
  it('lists, notes consent, exports, erases and keeps', async () => {
    const { address, api, folder } = await startHouse();
    const port = { LARES_PORT: new URL(address).port };
    await api.people.enrolPhoto.mutate({
      name: 'Anna Zoë',
      photo: Buffer.from([1]).toString('base64'),
      consent: { givenBy: 'Anna', recordedBy: 'Otto' },
    });
    const run = (...args: string[]) => lares(folder, ['people', ...args], port);

    expect((await run('list')).out).toMatch(/^name +faces .*\nAnna Zoë +1 +Anna, 20/);
    expect(await run('consent', 'anna zoë', '--given-by', 'Ina', '--recorded-by', 'Otto')).toMatchObject({
      code: 0,
      out: 'Noted.\n',
    });
    const file = join(folder, 'anna.zip');
    expect(await run('export', 'Anna Zoë', file)).toMatchObject({
      code: 0,
      out: `${file}: 0.0 MB, not encrypted.\n`,
      err: '',
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const files = unzipSync(new Uint8Array(readFileSync(file)));
    expect(Buffer.from(files['person.json'] ?? []).toString()).toContain('"givenBy": "Ina"');

    expect(await run('export', 'Anna Zoë', file)).toMatchObject({ code: 1, out: '' });

    expect((await run('erase', 'Anna Zoë')).code).toBe(0);
    expect((await api.people.list.query())[0]?.leavesAtMs).not.toBeNull();
    expect((await run('keep', 'Anna Zoë')).out).toBe('They stay.\n');
    expect(await run('erase', 'Eve')).toEqual({
      code: 1,
      out: '',
      err: 'Nobody of this name is enrolled. npx lares people list shows who is.\n',
    });
  });

  it('leaves no half file where it can not write', async () => {
    const { address, api, folder } = await startHouse();
    const consent = { givenBy: 'Anna', recordedBy: 'Otto' };
    await api.people.enrolPhoto.mutate({ name: 'Anna', photo: 'AQ==', consent });
    const nowhere = join(folder, 'none', 'anna.zip');
    const said = await lares(folder, ['people', 'export', 'Anna', nowhere], {
      LARES_PORT: new URL(address).port,
    });
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/can't be written/);
    expect([existsSync(nowhere), readdirSync(folder).filter((name) => name.endsWith('.part'))]).toEqual([
      false,
      [],
    ]);
  });
});
