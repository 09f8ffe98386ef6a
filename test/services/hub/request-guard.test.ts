import { describe, expect, it } from 'vitest';
import { refusalOf, securityHeaders } from '../../../services/hub/request-guard.ts';

const plain = { host: '127.0.0.1:7766', origin: undefined, fetchSite: undefined, fetchMode: undefined };

describe('the request guard', () => {
  it.each([
    ['a program of this machine', {}],
    [
      'the page by name',
      { host: 'LOCALHOST:7766', origin: 'http://localhost:7766', fetchSite: 'same-origin' },
    ],
    ['an address that was typed', { fetchSite: 'none', fetchMode: 'navigate' }],
    ['a link that was followed', { fetchSite: 'cross-site', fetchMode: 'navigate' }],
  ])('lets in %s', (_who, headers) => {
    expect(refusalOf({ ...plain, ...headers }, 7766)).toBeNull();
  });

  it.each([
    ['a name that was rebound to this machine', { host: 'evil.example:7766' }],
    ['a name that ends alike', { host: 'evil-127.0.0.1:7766' }],
    ['another port', { host: '127.0.0.1:80' }],
    ['no host at all', { host: undefined }],
    ['another site', { origin: 'https://evil.example' }],
    ['another page of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['a page without origin', { origin: 'null' }],
    ['the same page by another name', { origin: 'http://localhost:7766' }],
    ['a picture inside another site', { fetchSite: 'cross-site', fetchMode: 'no-cors' }],
    ['a picture inside another page of this machine', { fetchSite: 'same-site', fetchMode: 'no-cors' }],
  ])('refuses %s', (_who, headers) => {
    expect(refusalOf({ ...plain, ...headers }, 7766)).toMatch(/^Lares answers only/);
  });

  it('lets the page run nothing but its own', () => {
    expect(securityHeaders(7766)).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
    expect(securityHeaders(7766)['Content-Security-Policy']).toMatch(
      /^default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:.*connect-src 'self' ws:\/\/127\.0\.0\.1:7766.*frame-ancestors 'none'$/,
    );
  });
});
