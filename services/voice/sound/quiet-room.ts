import { voiceSampleRateHz } from '../../../models/voice-activity.ts';

const beforeMs = 500;
/** Longer than the pause that ends an utterance. */
const afterMs = 1_500;
/** -60 dB of full scale: a quiet room heard by a microphone. The recogniser's noise removal goes astray in digital silence. */
const loudness = 0.001;

/** Puts a sound, 16 kHz, -1..1, into a quiet room: a hiss under it, and some silence before and after it. */
export function inQuietRoom(sound: Float32Array): Float32Array {
  const before = (beforeMs / 1000) * voiceSampleRateHz;
  const room = new Float32Array(before + sound.length + (afterMs / 1000) * voiceSampleRateHz);
  room.set(sound, before);
  // A generator of its own, so that the same sound is always heard alike (Park and Miller's).
  let seed = 1;
  for (let i = 0; i < room.length; i++) {
    seed = (seed * 48_271) % 2_147_483_647;
    room[i] = (room[i] ?? 0) + (seed / 1_073_741_824 - 1) * loudness;
  }
  return room;
}
