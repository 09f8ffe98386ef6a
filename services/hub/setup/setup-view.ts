import {
  type SetupMemory,
  setupSteps,
  type SetupStep,
  type SetupView,
  type StepState,
} from '../../contract/setup.ts';

/** What the house itself tells of its set-up. */
export interface SetupFacts {
  readonly isDemo: boolean;
  readonly hasCamera: boolean;
  readonly hasPeople: boolean;
  /** The key does not lie open in a file. */
  readonly keyIsSafe: boolean;
  readonly hasBroker: boolean;
  /** An owner has a PIN. */
  readonly isGuarded: boolean;
}

/** What is done and what is left. What the house has counts as done, whatever was said of the step. */
export function setupView({ left, at, outcomes }: SetupMemory, facts: SetupFacts): SetupView {
  const isNew = facts.isDemo && !facts.hasCamera;
  const isBegun = Object.keys(outcomes).length > 0;
  return {
    opens: !left && (isNew || isBegun),
    at,
    steps: setupSteps.map((step) => ({ step, state: stateOf(outcomes[step], toldOf(step, facts)) })),
  };
}

/** Whether the house has what the step is for; undefined where only its owner can tell. */
function toldOf(step: SetupStep, facts: SetupFacts): boolean | undefined {
  switch (step) {
    case 'key':
      return facts.keyIsSafe;
    case 'cameras':
      return facts.hasCamera;
    case 'people':
      return facts.hasPeople;
    case 'access':
      return facts.isGuarded;
    case 'rooms':
      return facts.hasBroker || undefined;
    default:
      return undefined;
  }
}

function stateOf(said: 'done' | 'skipped' | undefined, told: boolean | undefined): StepState {
  if (told === true) return 'done';
  // Who had a camera and removed it has none.
  return told === false && said === 'done' ? 'open' : (said ?? 'open');
}
