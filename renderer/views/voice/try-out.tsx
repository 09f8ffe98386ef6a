import { CircleCheck, Ear, type LucideIcon, Mic, Waves } from 'lucide-react';
import { Message } from '../../parts/message.tsx';
import { words } from '../../words/words.ts';
import { levelShare, type MeterVerdict, wakesAt } from './meter.ts';
import { useMeter } from './meter-news.ts';
import { MeterBar } from './meter-bar.tsx';

const looks: Readonly<Record<MeterVerdict, { readonly icon: LucideIcon; readonly style: string }>> = {
  waiting: { icon: Mic, style: 'bg-sunken' },
  heard: { icon: CircleCheck, style: 'bg-glow text-on-glow' },
  nearly: { icon: Waves, style: 'bg-warn-soft' },
  other: { icon: Ear, style: 'bg-sunken' },
};

/** The microphone, live: how loud, whether it is speech, and how much like the wake phrase. Lares wakes meanwhile, too. */
export function TryOut({ phrase }: { readonly phrase: string }) {
  const { meter, isSilent, error } = useMeter();
  const { reading, verdict, best, woken } = meter;
  const { icon: Icon, style } = looks[verdict];
  const sentence =
    reading === null
      ? words.voice.tryOut.starting
      : verdict === 'waiting' || verdict === 'other'
        ? words.voice.tryOut.verdicts[verdict](phrase)
        : words.voice.tryOut.verdicts[verdict];
  return (
    <div
      className="grid grid-cols-1 gap-x-10 gap-y-5 border-t border-line px-5 py-5 sm:px-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
      data-meter={verdict}
    >
      <div
        role="status"
        className={`flex min-h-20 items-center gap-4 rounded-xl px-4 py-3 transition-colors motion-reduce:transition-none ${style}`}
      >
        <Icon aria-hidden className="size-7 shrink-0" strokeWidth={1.75} />
        <div className="min-w-0">
          <p className="text-lg/snug font-semibold wrap-anywhere" dir="auto">
            {sentence}
          </p>
          {woken > 0 && <p className="text-sm">{words.voice.tryOut.count(woken)}</p>}
        </div>
      </div>
      {error !== undefined || isSilent ? (
        <Message kind="error">{error ?? words.voice.tryOut.silent}</Message>
      ) : (
        <div className="flex flex-col gap-4">
          <MeterBar
            isStrong
            label={words.voice.tryOut.likeness(phrase)}
            value={reading?.likeness ?? 0}
            best={best}
            mark={{ at: wakesAt, label: words.voice.tryOut.wakesHere }}
          />
          <div className="grid grid-cols-2 gap-6">
            <MeterBar
              label={words.voice.tryOut.level}
              value={reading === null ? 0 : levelShare(reading.levelDb)}
            />
            <MeterBar label={words.voice.tryOut.speech} value={reading?.speech ?? 0} />
          </div>
        </div>
      )}
    </div>
  );
}
