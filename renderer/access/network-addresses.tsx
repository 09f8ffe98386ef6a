import { QrCode } from '../views/setup/qr-code.tsx';
import { words } from '../words/words.ts';

interface NetworkAddressesProps {
  readonly addresses: readonly string[];
  readonly fingerprint: string;
}

/** What another device is told to find the page, and to know that it is this house's. */
export function NetworkAddresses({ addresses, fingerprint }: NetworkAddressesProps) {
  const { afar } = words.access;
  // A phone finds an address more surely than a name.
  const [best] = addresses.filter((address) => /^https:\/\/\d/.test(address));
  const shown = best ?? addresses[0];
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-5">
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-medium">{afar.addresses}</p>
          <ul className="mt-1.5">
            {addresses.map((address) => (
              <li key={address} className="font-mono text-sm/7 wrap-anywhere select-text">
                {address}
              </li>
            ))}
          </ul>
        </div>
        {shown !== undefined && <QrCode text={shown} label={afar.qr(shown)} className="size-32" />}
      </div>
      <div>
        <p className="font-medium">{afar.fingerprint}</p>
        <p className="mt-1.5 font-mono text-sm wrap-anywhere select-text">{fingerprint}</p>
        <p className="mt-1.5 text-sm text-quiet">{afar.fingerprintHint}</p>
      </div>
    </div>
  );
}
