import type { VideoShares } from '../../contract/retention.ts';
import type { HeldClip } from '../../store/retention.ts';

type Shown = Pick<HeldClip, 'cameraId' | 'bytes' | 'shows' | 'isNamed'>;

const nothing: VideoShares = { named: 0, person: 0, vehicle: 0, animal: 0, empty: 0 };

/** Of each camera, what its video shows, as shares of its bytes; cameras without any are left out. */
export function videoShares(clips: readonly Shown[]): ReadonlyMap<string, VideoShares> {
  const sums = new Map<string, VideoShares>();
  for (const clip of clips) {
    const kind = kindOf(clip);
    const sum = sums.get(clip.cameraId) ?? nothing;
    sums.set(clip.cameraId, { ...sum, [kind]: sum[kind] + clip.bytes });
  }
  return new Map([...sums].flatMap(([id, sum]) => (total(sum) > 0 ? [[id, shared(sum)] as const] : [])));
}

function shared(sum: VideoShares): VideoShares {
  const all = total(sum);
  const { named, person, vehicle, animal, empty } = sum;
  return {
    ...{ named: named / all, person: person / all, vehicle: vehicle / all },
    ...{ animal: animal / all, empty: empty / all },
  };
}

function total({ named, person, vehicle, animal, empty }: VideoShares): number {
  return named + person + vehicle + animal + empty;
}

/** What shows several is counted for who is usually kept longest. */
function kindOf({ shows, isNamed }: Shown): keyof VideoShares {
  if (isNamed) return 'named';
  if (shows.includes('person')) return 'person';
  if (shows.includes('vehicle')) return 'vehicle';
  return shows.includes('animal') ? 'animal' : 'empty';
}
