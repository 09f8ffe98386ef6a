import { describe, expect, it } from 'vitest';
import { camerasIn, probeMessage } from '../../../../services/hub/onvif/onvif-probe.ts';

function match(fields: { urn?: string; types?: string; scopes?: string; xaddrs?: string }) {
  const { urn = 'urn:uuid:1', types = 'dn:NetworkVideoTransmitter', scopes = '', xaddrs = '' } = fields;
  return (
    `<s:Envelope><s:Header><wsa:ReplyTo><wsa:Address>anonymous</wsa:Address></wsa:ReplyTo></s:Header><s:Body><d:ProbeMatches>` +
    `<d:ProbeMatch><wsa:EndpointReference><wsa:Address>${urn}</wsa:Address></wsa:EndpointReference>` +
    `<d:Types>${types}</d:Types><d:Scopes MatchBy="x">\n ${scopes} </d:Scopes><d:XAddrs>${xaddrs}</d:XAddrs></d:ProbeMatch>` +
    `</d:ProbeMatches></s:Body></s:Envelope>`
  );
}

describe('an answer to the search', () => {
  it('names the camera, and its own address is taken among those it gives', () => {
    const answer = match({
      scopes: 'onvif://www.onvif.org/name/Front%20door onvif://www.onvif.org/hardware/IPC_12&amp;3',
      xaddrs: 'http://169.254.1.1/onvif http://10.0.0.7:8899/onvif/device_service',
    });
    expect(camerasIn(answer, '10.0.0.7')).toEqual([
      {
        name: 'Front door',
        hardware: 'IPC 12&3',
        address: '10.0.0.7',
        xaddr: 'http://10.0.0.7:8899/onvif/device_service',
        urn: 'urn:uuid:1',
      },
    ]);
  });

  it('that points to another host, or carries a login, is taken for the one who sent it', () => {
    const [camera] = camerasIn(match({ xaddrs: 'http://a:b@bank.example:81/x' }), '10.0.0.7');
    expect(camera).toMatchObject({ name: '10.0.0.7', hardware: '', xaddr: 'http://10.0.0.7:81/x' });
  });

  it('may hold several cameras, and none of what is no camera', () => {
    const two = match({ urn: 'a', xaddrs: 'http://10.0.0.7/1' }).replace(
      '</d:ProbeMatches>',
      '<d:ProbeMatch><a:Address>b</a:Address><d:Types>tds:Device dn:NetworkVideoTransmitter</d:Types><d:XAddrs>http://10.0.0.7/2</d:XAddrs></d:ProbeMatch></d:ProbeMatches>',
    );
    expect(camerasIn(two, '10.0.0.7').map(({ urn }) => urn)).toEqual(['a', 'b']);
    expect(camerasIn(match({ types: 'wprt:Printer', xaddrs: 'http://10.0.0.7/' }), '10.0.0.7')).toEqual([]);
    expect(camerasIn(match({ xaddrs: 'ftp://10.0.0.7/ nonsense' }), '10.0.0.7')).toEqual([]);
  });

  it.each([
    '',
    '<',
    '<ProbeMatch',
    '<ProbeMatch><XAddrs>',
    '\0\xff',
    '<XAddrs '.repeat(8000),
    '<ProbeMatch '.repeat(5000),
  ])('may be rubbish', (rubbish) => {
    expect(camerasIn(rubbish, '10.0.0.7')).toEqual([]);
  });
});

it('a question bears its own id', () => {
  expect(probeMessage('1-2', 'device')).toContain('<a:MessageID>urn:uuid:1-2</a:MessageID>');
});
