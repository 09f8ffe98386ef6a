import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Manner, manners, password, user } from '../fixtures/onvif-device.ts';
import { Namespaces } from './namespaces.ts';

const root = join(import.meta.dirname, '../..');
const missing = Namespaces.missing();

describe.skipIf(missing !== null)(
  `ONVIF over a network of its own (${missing ?? 'by veth and ip netns'})`,
  () => {
    const network = new Namespaces();
    const far = network.farAddress;

    beforeAll(async () => {
      network.build();
      await network.start(network.far, [join(root, 'test/fixtures/onvif-device.ts'), far]);
    });
    afterAll(() => {
      network.dispose();
    });

    const ask = (manner: Manner, secret = password): unknown =>
      JSON.parse(
        network.run(network.near, [
          join(root, 'test/fixtures/onvif-ask.ts'),
          `http://${far}:${manners[manner]}/onvif/device_service`,
          user,
          secret,
        ]),
      );

    it('finds every camera on the other side of the cable, once, without a default route', () => {
      const found: unknown = JSON.parse(
        network.run(network.near, [join(root, 'services/cli/lares.mjs'), 'cameras', 'find', '--json']),
      );
      const expected = Object.entries(manners).map(([manner, port]) => ({
        name: `The ${manner}`,
        hardware: 'Hearth 2',
        address: far,
        xaddr: `http://${far}:${port}/onvif/device_service`,
        urn: `urn:uuid:${manner}`,
      }));
      expect(found).toHaveLength(expected.length);
      expect(found).toEqual(expect.arrayContaining(expected));
    });

    it.each(['good', 'yearBehind', 'behindRouter', 'httpLogin'] as const)(
      'reads the streams of a camera: %s',
      (manner) => {
        expect(ask(manner)).toMatchObject({
          name: 'Vesta Hearth 2',
          main: { address: `rtsp://${far}:554/live?profile=main&user=none`, width: 1920, height: 1080 },
          sub: { address: `rtsp://${far}:554/live?profile=sub&user=none`, width: 640, height: 360 },
        });
      },
    );

    it('is told of a wrong password', () => {
      expect(ask('good', 'wrong')).toMatchObject({ code: 'refused' });
    });

    it.each(['silent', 'page', 'redirect', 'bomb', 'empty', 'flood'] as const)(
      'survives what is no camera: %s',
      (manner) => {
        expect(ask(manner)).toMatchObject({ code: 'unreachable' });
      },
    );

    it('gives up in time when the other machine is away', () => {
      expect(
        JSON.parse(
          network.run(network.near, [join(root, 'test/fixtures/onvif-ask.ts'), '10.77.0.9', 'a', 'b']),
        ),
      ).toMatchObject({
        code: 'unreachable',
        what: 'Nothing answers at this address.',
      });
    });

    it('says so on a machine without a network', () => {
      expect(() =>
        network.run(network.alone, [join(root, 'services/cli/lares.mjs'), 'cameras', 'find']),
      ).toThrow('This machine is in no network');
    });
  },
);
