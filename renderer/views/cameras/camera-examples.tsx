import { ChevronDown } from 'lucide-react';
import { words } from '../../words/words.ts';
import { hostOf } from './host-of.ts';

interface Example {
  readonly brand: string;
  readonly scheme: string;
  readonly port: string;
  /** Of the large stream, and of the small one; empty where there is none. */
  readonly path: string;
  readonly subPath: string;
}

function rtsp(brand: string, [path, subPath]: readonly [string, string], port = '554'): Example {
  return { brand, scheme: 'rtsp', port, path, subPath };
}

/** The streams of common brands, from their makers' support pages. Brands and paths are the same in every language. */
const examples: readonly Example[] = [
  rtsp('Reolink', ['/h264Preview_01_main', '/h264Preview_01_sub']),
  rtsp('Hikvision, Annke', ['/Streaming/Channels/101', '/Streaming/Channels/102']),
  rtsp('Dahua, Amcrest', ['/cam/realmonitor?channel=1&subtype=0', '/cam/realmonitor?channel=1&subtype=1']),
  rtsp('TP-Link Tapo', ['/stream1', '/stream2']),
  rtsp('Axis', ['/axis-media/media.amp', '/axis-media/media.amp?resolution=640x360']),
  rtsp('Foscam', ['/videoMain', '/videoSub'], '88'),
  { brand: 'ESP32-CAM', scheme: 'http', port: '81', path: '/stream', subPath: '' },
];

/** The addresses of an example, with the host that was typed already. */
function addressesOf({ scheme, port, path, subPath }: Example, typed: string): Chosen {
  const base = `${scheme}://${hostOf(typed) || '192.168.1.20'}:${port}`;
  return { address: `${base}${path}`, subAddress: subPath === '' ? '' : `${base}${subPath}` };
}

interface Chosen {
  readonly address: string;
  readonly subAddress: string;
}

interface CameraExamplesProps {
  readonly address: string;
  readonly onChoose: (chosen: Chosen) => void;
}

export function CameraExamples({ address, onChoose }: CameraExamplesProps) {
  return (
    <details className="group rounded-xl border border-line bg-card">
      <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-3 px-4 font-medium text-accent">
        {words.cameras.examples}
        <ChevronDown aria-hidden className="size-5 group-open:rotate-180" />
      </summary>
      <p className="px-4 pb-2 text-sm text-quiet">{words.cameras.examplesHint}</p>
      <ul className="px-2 pb-2">
        {examples.map((example) => (
          <li key={example.brand}>
            <button
              type="button"
              className="flex min-h-12 w-full flex-wrap items-baseline gap-x-4 rounded-lg px-2 py-2 text-left hover:bg-sunken"
              onClick={() => {
                onChoose(addressesOf(example, address));
              }}
            >
              <span className="w-36 shrink-0 font-medium">{example.brand}</span>
              <code className="min-w-0 text-sm text-quiet wrap-anywhere">
                :{example.port}
                {example.path}
              </code>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
