import type { Clips } from '../../contract/clip.ts';
import type { Log } from '../../contract/log.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { Notices } from '../notices.ts';

interface Parts {
  readonly clips: Pick<Clips, 'recover'>;
  readonly notices: Notices;
  readonly log: Log;
}

/** Ends what a crash left open, before anything is recorded. Trouble with it is told, and holds up nothing else. */
export async function recoverClips({ clips, notices, log }: Parts): Promise<void> {
  try {
    const { cut, damaged } = await clips.recover();
    if (cut > 0) log.warn(`${cut} recordings were cut off by a crash; all but their last moments is there.`);
    if (damaged > 0)
      notices.raise({
        id: 'recording-damaged',
        severity: 'warning',
        what: `${damaged} recordings were damaged when Lares ended, and can't be played.`,
        advice: 'If this happens again, the disk may be failing.',
      });
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    notices.raise({ id: 'recording-disk', severity: 'error', what: error.message, advice: error.advice });
  }
}
