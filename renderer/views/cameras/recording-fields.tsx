import type { CameraInput } from '../../../services/contract/api.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import type { Draft } from '../../parts/draft.ts';
import { words } from '../../words/words.ts';

const modes = ['off', 'events', 'continuous'] as const;
const preRolls = [0, 5, 10, 20];
const postRolls = [0, 5, 15, 30];

/** What of the camera is recorded, and how long before and after a visit. */
export function RecordingFields({ draft }: { readonly draft: Draft<CameraInput> }) {
  const { value, edit } = draft;
  const { recording } = value;
  return (
    <>
      <ChoiceField
        label={words.cameras.recording}
        hint={words.cameras.recordingHint}
        value={recording.mode}
        choices={modes.map((mode) => ({ value: mode, label: words.cameras.recordingModes[mode] }))}
        onChange={(mode) => {
          edit({ recording: { ...recording, mode } });
        }}
      />
      {recording.mode === 'events' && (
        <>
          <ChoiceField
            label={words.cameras.preRoll}
            value={String(recording.preRollSeconds)}
            choices={secondsOf(preRolls, recording.preRollSeconds)}
            onChange={(seconds) => {
              edit({ recording: { ...recording, preRollSeconds: Number(seconds) } });
            }}
          />
          <ChoiceField
            label={words.cameras.postRoll}
            value={String(recording.postRollSeconds)}
            choices={secondsOf(postRolls, recording.postRollSeconds)}
            onChange={(seconds) => {
              edit({ recording: { ...recording, postRollSeconds: Number(seconds) } });
            }}
          />
        </>
      )}
    </>
  );
}

/** The usual ones, and the one that is set, which a settings file may have given. */
function secondsOf(usual: readonly number[], set: number) {
  const all = [...new Set([...usual, set])].toSorted((one, other) => one - other);
  return all.map((seconds) => ({ value: String(seconds), label: words.cameras.seconds(seconds) }));
}
