import { useMemo, useRef, useState } from 'react';
import type { CameraView } from '../../../../services/contract/camera.ts';
import type { EventFilter } from '../../../../services/contract/timeline.ts';
import { useNow } from '../../../house/now.ts';
import { useElementSize } from '../../../parts/element-size.ts';
import { moment } from '../../../words/times.ts';
import { words } from '../../../words/words.ts';
import { BandAxis } from './band-axis.tsx';
import { BandBar } from './band-bar.tsx';
import { type BandPlace, useBandGestures } from './band-gestures.ts';
import { BandLane } from './band-lane.tsx';
import { BandPreview } from './band-preview.tsx';
import { timeByKey } from './band-keys.ts';
import { type BandSpan, lastDay, spanWith, zoomed } from './band-span.ts';

interface BandProps {
  readonly cameras: readonly CameraView[];
  readonly filter: EventFilter;
  /** The moment that the list begins with. */
  readonly atMs: number;
  /** When the oldest event began; null while it is not known, or where there is none. */
  readonly oldestMs: number | null;
  readonly onChoose: (atMs: number) => void;
}

/** Time from left to right, a lane for each camera, as in an editor of films. */
export function Band({ cameras, filter, atMs, oldestMs, onChoose }: BandProps) {
  const nowMs = useNow(30_000);
  const tracks = useRef<HTMLDivElement>(null);
  const { width: widthPx, height: heightPx } = useElementSize(tracks);
  const [span, setSpan] = useState<BandSpan>(() => spanWith(lastDay(nowMs), atMs, nowMs));
  const [followed, setFollowed] = useState(atMs);
  const [place, setPlace] = useState<BandPlace | null>(null);
  // The band follows the list, but it stays where somebody moved it to while the list rests.
  if (followed !== atMs) {
    setFollowed(atMs);
    setSpan(spanWith(span, atMs, nowMs));
  }
  const choose = (wishedMs: number): void => {
    onChoose(Math.min(nowMs, Math.max(oldestMs ?? nowMs, wishedMs)));
  };
  useBandGestures(tracks, {
    span,
    onSpan: setSpan,
    onTap: (tapped) => {
      choose(tapped.atMs);
    },
    onHover: setPlace,
  });
  const lanes = useMemo(() => lanesOf(cameras, filter), [cameras, filter]);
  const zoom = (factor: number): void => {
    setSpan(
      zoomed(span, { factor, atMs: spanWith(span, atMs, nowMs) === span ? atMs : middle(span), nowMs }),
    );
  };
  const lane =
    place === null ? undefined : lanes[Math.floor((place.yPx / Math.max(1, heightPx)) * lanes.length)];
  return (
    <section aria-label={words.timeline.band} className="rounded-card border border-line bg-card">
      <BandBar {...{ filter, span, atMs, nowMs, oldestMs }} onChoose={choose} onZoom={zoom} />
      <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] pr-3 pb-2 pl-3 lg:grid-cols-[9rem_minmax(0,1fr)]">
        <span />
        <BandAxis span={span} widthPx={widthPx} />
        <div className="col-span-2 grid max-h-[min(14rem,30dvh)] grid-cols-subgrid overflow-y-auto">
          <ul className="pr-2">
            {lanes.map(({ key, name }) => (
              <li key={key} className={`${laneStyle} flex items-center`}>
                <span className="truncate text-sm text-quiet" dir="auto" title={name}>
                  {name}
                </span>
              </li>
            ))}
          </ul>
          <div
            ref={tracks}
            role="slider"
            tabIndex={0}
            aria-label={words.timeline.bandHelp}
            aria-valuemin={Math.round(oldestMs ?? span.fromMs)}
            aria-valuemax={Math.round(nowMs)}
            aria-valuenow={Math.round(atMs)}
            aria-valuetext={moment(atMs, nowMs)}
            onKeyDown={(press) => {
              const wished = timeByKey(press.key, { span, atMs, nowMs, oldestMs });
              if (wished !== null) choose(wished);
              else if (press.key === '+' || press.key === '=') zoom(0.5);
              else if (press.key === '-') zoom(2);
              else return;
              press.preventDefault();
            }}
            className="relative cursor-crosshair touch-pan-y focus-visible:outline-offset-0"
            data-band
          >
            {lanes.map(({ key, filter: own }) => (
              <div key={key} className={`${laneStyle} border-t border-line first:border-t-0`}>
                <BandLane filter={own} span={span} widthPx={widthPx} nowMs={nowMs} />
              </div>
            ))}
            <Needle atMs={atMs} span={span} />
            {place !== null && lane !== undefined && (
              <BandPreview place={place} filter={lane.filter} span={span} widthPx={widthPx} />
            )}
          </div>
        </div>
      </div>
    </section>
  );
}

const laneStyle = 'h-9 py-0.5 short:h-6';

interface LaneOf {
  readonly key: string;
  readonly name: string;
  readonly filter: EventFilter;
}

/** Of a house without cameras, what was seen once is in one lane. */
function lanesOf(cameras: readonly CameraView[], filter: EventFilter): readonly LaneOf[] {
  const shown = cameras.filter(({ id }) => filter.cameraId === undefined || filter.cameraId === id);
  if (shown.length === 0) return [{ key: '', name: words.timeline.allKinds, filter }];
  return shown.map(({ id, name }) => ({ key: id, name, filter: { ...filter, cameraId: id } }));
}

function middle({ fromMs, toMs }: BandSpan): number {
  return (fromMs + toMs) / 2;
}

/** Where the list is. */
function Needle({ atMs, span }: { readonly atMs: number; readonly span: BandSpan }) {
  const share = (atMs - span.fromMs) / (span.toMs - span.fromMs);
  if (share < 0 || share > 1) return null;
  return (
    <span
      aria-hidden
      data-needle
      className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-ink"
      style={{ left: `${share * 100}%` }}
    >
      <span className="absolute -top-0.5 left-1/2 size-2.5 -translate-x-1/2 rounded-full bg-ink" />
    </span>
  );
}
