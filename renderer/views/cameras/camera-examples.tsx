import { ChevronDown } from 'lucide-react';
import { words } from '../../words/words.ts';

interface Example {
  readonly brand: string;
  readonly scheme: string;
  readonly port: string;
  readonly path: string;
}

/** The sub streams of common brands, from their makers' support pages. Brands and paths are the same in every language. */
const examples: readonly Example[] = [
  { brand: 'Reolink', scheme: 'rtsp', port: '554', path: '/h264Preview_01_sub' },
  { brand: 'Hikvision, Annke', scheme: 'rtsp', port: '554', path: '/Streaming/Channels/102' },
  { brand: 'Dahua, Amcrest', scheme: 'rtsp', port: '554', path: '/cam/realmonitor?channel=1&subtype=1' },
  { brand: 'TP-Link Tapo', scheme: 'rtsp', port: '554', path: '/stream2' },
  { brand: 'Axis', scheme: 'rtsp', port: '554', path: '/axis-media/media.amp' },
  { brand: 'Foscam', scheme: 'rtsp', port: '88', path: '/videoSub' },
  { brand: 'ESP32-CAM', scheme: 'http', port: '81', path: '/stream' },
];

/** The address of an example, with the host that was typed already. */
function exampleAddress({ scheme, port, path }: Omit<Example, 'brand'>, typed: string): string {
  const host = /^[a-z]+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:]+)/i.exec(typed.trim())?.[1] ?? '192.168.1.20';
  return `${scheme}://${host}:${port}${path}`;
}

interface CameraExamplesProps {
  readonly address: string;
  readonly onChoose: (address: string) => void;
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
                onChoose(exampleAddress(example, address));
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
