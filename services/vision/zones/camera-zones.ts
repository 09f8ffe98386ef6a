import { isDeepStrictEqual } from 'node:util';
import type { Box } from '../../contract/box.ts';
import type { CameraSettings } from '../../contract/camera.ts';
import type { MotionView } from '../../contract/motion-view.ts';
import { calmFactors } from './calm-factors.ts';
import { DrawnPlaces } from './drawn-places.ts';
import { LightSense } from './light-sense.ts';
import { type Planes, PrivacyMask } from './privacy-mask.ts';
import { ZoneGate } from './zone-gate.ts';

type ZoneSettings = Pick<CameraSettings, 'zones' | 'sensitivity'> & Partial<Pick<CameraSettings, 'lines'>>;

/**
 * What the owner drew on a camera's picture, at work on each of its frames: first `blacken`, then nothing else has seen
 * the frame; `calm` tells the motion detector where and by which light to be calmer; `heeded`, `moving` and `sightings` let
 * through what counts.
 */
export class CameraZones {
  readonly #set: number;
  #settings: ZoneSettings;
  #mask: PrivacyMask;
  #gate: ZoneGate;
  #places: DrawnPlaces;
  readonly #lightSense = new LightSense();
  #light: MotionView['light'] = 'day';
  #calmBy: MotionView['light'] | null = null;

  /** `set`: the sensitivity that the camera's motion detector was made with. */
  constructor(settings: ZoneSettings, set: number) {
    this.#set = set;
    this.#settings = settings;
    this.#mask = new PrivacyMask(settings.zones);
    this.#gate = new ZoneGate(settings.zones);
    this.#places = placesOf(settings);
  }

  /** Other zones hold from the next frame on; what the camera has learnt stays. */
  use(settings: ZoneSettings): void {
    if (!isDeepStrictEqual(drawnIn(settings), drawnIn(this.#settings))) this.#places = placesOf(settings);
    this.#settings = settings;
    this.#mask = new PrivacyMask(settings.zones);
    this.#gate = new ZoneGate(settings.zones);
    this.#calmBy = null;
  }

  /** The zones and lines that visits are told of; the same object as long as they are the same. */
  get places(): DrawnPlaces {
    return this.#places;
  }

  blacken(frame: Planes): void {
    this.#mask.apply(frame);
  }

  /** As the last frame showed it. */
  get light(): MotionView['light'] {
    return this.#light;
  }

  /** What `calmFactors` says for a frame by its light, 80×45; null while what was said last still holds. */
  calm(frame: Planes): Uint8Array | null {
    const light = this.#lightSense.see(frame);
    this.#light = light;
    if (light === this.#calmBy) return null;
    this.#calmBy = light;
    const { zones, sensitivity } = this.#settings;
    return calmFactors(zones, { set: this.#set, wanted: sensitivity[light] ?? this.#set });
  }

  /** The motion where the owner wants to know of it: a reason to look at every frame. */
  heeded(boxes: readonly Box[]): readonly Box[] {
    return this.#gate.heeded(boxes);
  }

  /** Of the motion that is heeded, what has lasted for its zone's minimum time: a reason to look for things. */
  moving(heeded: readonly Box[], atMs: number): readonly Box[] {
    return this.#gate.moving(heeded, atMs);
  }

  /** The things that count, see `ZoneGate`. */
  sightings<T extends { readonly box: Box }>(
    found: readonly T[],
    now: { readonly followed: readonly Box[]; readonly atMs: number },
  ): readonly T[] {
    return this.#gate.sightings(found, now);
  }
}

function drawnIn({ zones, lines = [] }: ZoneSettings): Pick<CameraSettings, 'zones' | 'lines'> {
  return { zones, lines };
}

function placesOf(settings: ZoneSettings): DrawnPlaces {
  return new DrawnPlaces(drawnIn(settings));
}
