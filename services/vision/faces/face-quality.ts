import { meanOf, type Point } from '../../../models/alignment.ts';
import type { Picture } from '../../../models/image.ts';
import type { FoundLandmarks } from '../../../models/face-landmarks.ts';
import type { Pose } from '../../contract/person.ts';
import { poseOf } from './face-pose.ts';
import { faceLight } from './face-light.ts';

/** What is wrong with the picture of a face. */
export type FaceFlaw = 'small' | 'blurred' | 'turned' | 'dark' | 'bright' | 'covered';

export interface FaceQuality {
  /** How much there is to recognise, 0..1: the product of all factors and of the detector's score. */
  readonly value: number;
  /** What is worst, when it is bad enough to say so. */
  readonly flaw: FaceFlaw | null;
  readonly pose: Pose | null;
}

/** A factor below this is a flaw. */
const flawBelow = 0.6;

/** Where each factor is 0 and where it is 1; in between it is linear, for `sharpness` in its logarithm. */
const scales = {
  /** Pixels between the eyes, as if the head looked into the camera: from where there is something to recognise to where nothing is gained. */
  eyeDistance: [8, 40],
  /** The variance of the Laplacian as a share of the variance: crops of LFW have 0.02 and more, blurred by two of their pixels 0.01. */
  sharpness: [0.003, 0.018],
  /** Degrees aside, and up or down. */
  yaw: [65, 20],
  pitch: [60, 25],
  /** The mean of the face's luma, 0..255. */
  darkness: [12, 45],
  /** The share of the face that is burnt out. */
  glare: [0.7, 0.15],
  /** See FoundLandmarks. */
  disagreement: [0.13, 0.045],
} as const;

/** Judges a face before it is recognised; takes a fraction of a millisecond. */
export function faceQuality(
  image: Picture,
  { points, disagreement }: FoundLandmarks,
  score: number,
): FaceQuality {
  const pose = poseOf(points);
  if (pose === null) return { value: 0, flaw: 'small', pose };
  const light = faceLight(image, points);
  const factors: readonly (readonly [FaceFlaw, number])[] = [
    ['small', onScale(eyeDistanceOf(points, pose), scales.eyeDistance)],
    ['turned', onScale(Math.abs(pose.yaw), scales.yaw) * onScale(Math.abs(pose.pitch), scales.pitch)],
    ['dark', onScale(light.mean, scales.darkness)],
    ['bright', onScale(light.burnt, scales.glare)],
    ['covered', onScale(disagreement, scales.disagreement)],
    ['blurred', onScale(Math.log(Math.max(light.sharpness, 1e-9)), scales.sharpness.map(Math.log))],
  ];
  const worst = factors.reduce((least, each) => (each[1] < least[1] ? each : least));
  return {
    value: factors.reduce((product, [, factor]) => product * factor, clamp(score)),
    flaw: worst[1] < flawBelow ? worst[0] : null,
    pose,
  };
}

/** A turned head has its eyes closer together, without being any smaller. */
function eyeDistanceOf(points: readonly Point[], { yaw }: Pose): number {
  const right = meanOf(points.slice(36, 42));
  const left = meanOf(points.slice(42, 48));
  const seen = Math.hypot(left.x - right.x, left.y - right.y);
  return seen / Math.max(Math.cos((yaw * Math.PI) / 180), 0.5);
}

function onScale(value: number, [zero = 0, one = 1]: readonly number[]): number {
  return clamp((value - zero) / (one - zero));
}

function clamp(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
