import { expect, it } from 'vitest';
import { foundText } from '../../../services/cli/cameras.ts';

const camera = (address: string, name: string, hardware: string) => ({
  address,
  name,
  hardware,
  urn: address,
  xaddr: `http://${address}/onvif`,
});

it('found cameras are a table, in the order of their addresses', () => {
  expect(foundText([camera('10.0.0.12', 'Door', 'Hearth 2'), camera('10.0.0.9', 'Long garden', '')])).toBe(
    [
      'address    name         model     ONVIF',
      '10.0.0.9   Long garden            http://10.0.0.9/onvif',
      '10.0.0.12  Door         Hearth 2  http://10.0.0.12/onvif',
    ].join('\n'),
  );
});

it('when none is found, it says what to do', () => {
  expect(foundText([])).toMatch(/^No camera answered\.\n.*switch it on.*$/);
});
