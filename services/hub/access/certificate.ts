import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Trouble } from '../../contract/trouble.ts';
import type { KeptCertificate } from '../../store/access/house-certificate.ts';
import type { Store } from '../../store/store.ts';
import type { HouseNames } from './house-names.ts';

/** As long as browsers take one (CA/Browser Forum: 398 days for public ones; nobody but the owner vouches for this). */
const goodForDays = 397;
const renewedBeforeMs = 30 * 24 * 60 * 60_000;

/**
 * The house's own certificate: kept, and made anew where it ends soon or a name is not in it. Its key never
 * touches the disk in clear. Throws Trouble `missing_program`.
 */
export async function houseCertificate(
  table: Store['certificate'],
  names: HouseNames,
  nowMs: number,
): Promise<KeptCertificate> {
  const kept = table.get();
  if (kept !== null && isGood(new X509Certificate(kept.certificate), names, nowMs)) return kept;
  const made = await selfSigned(names);
  table.put(made);
  return made;
}

/** SHA-256, in pairs of hexadecimal digits. */
export function fingerprintOf({ certificate }: KeptCertificate): string {
  return new X509Certificate(certificate).fingerprint256;
}

function isGood(certificate: X509Certificate, { names, addresses }: HouseNames, nowMs: number): boolean {
  return (
    Date.parse(certificate.validTo) - nowMs > renewedBeforeMs &&
    Date.parse(certificate.validFrom) <= nowMs &&
    names.every((name) => certificate.checkHost(name) !== undefined) &&
    addresses.every((address) => certificate.checkIP(address) !== undefined)
  );
}

/** By OpenSSL, which writes both into one pipe: the key is never a file. */
async function selfSigned({ names, addresses }: HouseNames): Promise<KeptCertificate> {
  const alternatives = [
    ...names.map((name) => `DNS:${name}`),
    ...addresses.map((address) => `IP:${address}`),
  ];
  const openssl = spawn('openssl', [
    ...['req', '-x509', '-sha256', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-keyout', '-', '-days', String(goodForDays), '-subj', '/CN=Lares'],
    ...['-addext', `subjectAltName=${['DNS:lares', ...alternatives].join(',')}`],
    ...['-addext', 'extendedKeyUsage=serverAuth'],
  ]);
  const ended = new Promise<number | null>((resolve, reject) => {
    openssl.once('error', reject);
    openssl.once('exit', resolve);
  });
  try {
    const [written] = await Promise.all([text(openssl.stdout), ended]);
    const [privateKey, certificate] = ['PRIVATE KEY', 'CERTIFICATE'].map((kind) => blockOf(written, kind));
    if (privateKey !== undefined && certificate !== undefined) return { privateKey, certificate };
  } catch (cause) {
    throw noOpenssl(cause);
  }
  throw noOpenssl();
}

/** One block of PEM (RFC 7468). */
function blockOf(pem: string, kind: string): string | undefined {
  return new RegExp(`-----BEGIN ${kind}-----[^-]+-----END ${kind}-----`).exec(pem)?.[0];
}

function noOpenssl(cause?: unknown): Trouble {
  return new Trouble('missing_program', {
    what: 'The certificate of the house can’t be made.',
    advice: 'Install openssl on the machine of the hub: sudo apt install openssl.',
    cause,
  });
}
