import type { PortraitPose, PortraitView } from '../../../services/contract/person.ts';

/** The pose that an advice asks for. */
const asked: Readonly<Partial<Record<PortraitView['advice'], PortraitPose>>> = {
  look_straight: 'front',
  turn_left: 'left',
  turn_right: 'right',
  look_up: 'up',
  look_down: 'down',
};

/** The four arcs of the oval, by the angle of their middle in degrees from the right, clockwise. */
const arcs: readonly (readonly [PortraitPose, number])[] = [
  ['right', 0],
  ['down', 90],
  ['left', 180],
  ['up', 270],
];
const middle = { x: 50, y: 62 };
const radius = { x: 45, y: 57 };
const half = 34;

/**
 * An oval around the face, mirrored as the picture is: its arcs fill as the directions are taken, the inner line when the
 * front is. Without a face it stands in the middle as a place to come to.
 */
export function PortraitRing({ view: { box, taken, advice } }: { readonly view: PortraitView }) {
  const lookOf = (pose: PortraitPose) => {
    if (taken.includes(pose)) return 'stroke-[#7fd6c8]';
    return asked[advice] === pose ? 'stroke-[#f3b65c] motion-safe:animate-breathe' : 'stroke-white/55';
  };
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 124"
      data-ring={taken.join(' ')}
      className="absolute -translate-1/2 overflow-visible drop-shadow-[0_0_2px_rgb(0_0_0/0.6)] transition-all duration-300 ease-out motion-reduce:transition-none"
      style={placeOf(box)}
    >
      <ellipse
        cx={middle.x}
        cy={middle.y}
        rx={37}
        ry={48}
        fill="none"
        strokeWidth={2}
        strokeDasharray={box === null ? '5 4' : 'none'}
        className={lookOf('front')}
      />
      {arcs.map(([pose, angle]) => (
        <path
          key={pose}
          d={`M${at(angle - half)} A${radius.x} ${radius.y} 0 0 1 ${at(angle + half)}`}
          fill="none"
          strokeWidth={6}
          strokeLinecap="round"
          className={lookOf(pose)}
        />
      ))}
    </svg>
  );
}

function at(degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  const [x, y] = [middle.x + radius.x * Math.cos(angle), middle.y + radius.y * Math.sin(angle)];
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

/** Around the face with some air, never too small to see; the height is a share of the picture's. */
function placeOf(box: PortraitView['box']) {
  if (box === null) return { left: '50%', top: '44%', height: '66%' };
  const height = Math.min(0.92, Math.max(0.3, box.height * 1.75));
  return {
    left: `${(1 - box.x - box.width / 2) * 100}%`,
    top: `${(box.y + box.height / 2) * 100}%`,
    height: `${height * 100}%`,
  };
}
