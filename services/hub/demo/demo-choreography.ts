import { DEMO_HEIGHT, DEMO_WIDTH, type DemoScene, type DemoVisit, LOOP_SECONDS } from './demo-scene.ts';

const WALK_SECONDS = 3;

/** The filter graph that lets each figure walk in, stand and walk out, and the camera turn. */
export function choreography({ visits, pan }: DemoScene): string {
  // Each picture is decoded once and repeated.
  const still = [0, ...visits.keys().map((index) => index + 1)].map(
    (input) => `[${input}:v]loop=-1:1[still${input}]`,
  );
  const steps = visits.map((visit, index) => {
    const under = index === 0 ? '[still0]' : `[scene${index}]`;
    const place = `x='${walk(visit, pan)}':y='${gait(visit)}':eval=frame`;
    return `${under}[still${index + 1}]overlay=${place}[scene${index + 1}]`;
  });
  const turn = pan === 0 ? '0' : `${pan}*(1-cos(2*PI*t/${LOOP_SECONDS}))`;
  return `${[...still, ...steps].join(';')};[scene${visits.length}]crop=${DEMO_WIDTH}:${DEMO_HEIGHT}:x='${turn}':y=0,format=yuv420p`;
}

/** In from the left, out to the right, slower at both ends of each walk (3u² − 2u³). */
function walk({ comesAtSecond, leavesAtSecond, standsAt }: DemoVisit, pan: number): string {
  const ease = (second: number): string =>
    `(3*pow(clip((t-${second})/${WALK_SECONDS},0,1),2)-2*pow(clip((t-${second})/${WALK_SECONDS},0,1),3))`;
  const middle = `(${standsAt * DEMO_WIDTH + pan}-w/2)`;
  const sway = `3*sin(2*PI*t/3.7)`;
  return `-w+(${middle}+w)*${ease(comesAtSecond)}+(W-${middle})*${ease(leavesAtSecond)}+${sway}*between(t,${comesAtSecond},${leavesAtSecond + WALK_SECONDS})`;
}

/** A step lifts the body a little. */
function gait({ comesAtSecond, leavesAtSecond }: DemoVisit): string {
  const walking = (second: number): string => `between(t,${second},${second + WALK_SECONDS})`;
  return `H-h+6-6*abs(sin(2*PI*t*0.9))*(${walking(comesAtSecond)}+${walking(leavesAtSecond)})`;
}
