import type { StreamName } from '../../services/contract/video.ts';
import { FlowWatch } from './flow-watch.ts';
import type { Flow } from './flow.ts';
import { planAfter, type LivePlan } from './live-plan.ts';
import { LivePlayer } from './live-player.ts';
import { PictureCanvas } from './picture-canvas.ts';
import type { Privacy } from './privacy-cover.ts';

/** What is wanted on the canvas: video, a still picture once a second, or nothing new. */
export type LiveWant =
  | { readonly kind: 'video'; readonly stream: StreamName; readonly hasSub: boolean }
  | { readonly kind: 'stills' }
  | { readonly kind: 'nothing' };

interface LivePictureOptions {
  readonly cameraId: string;
  readonly canvas: HTMLCanvasElement;
  readonly onFlow: (flow: Flow) => void;
  /** How the camera is shown changed. */
  readonly onPlan: (plan: LivePlan) => void;
}

/** A camera on a canvas. The last picture stays while what is wanted changes. Nothing is left after `stop()`. */
export class LivePicture {
  readonly #options: LivePictureOptions;
  readonly #flow: FlowWatch;
  readonly #canvas: PictureCanvas;
  #player: LivePlayer | null = null;

  constructor(options: LivePictureOptions) {
    this.#options = options;
    this.#flow = new FlowWatch(options.onFlow);
    this.#canvas = new PictureCanvas({
      canvas: options.canvas,
      onDrawn: (size) => {
        this.#flow.drawn(size);
      },
    });
  }

  /** Covers the camera's privacy zones, since its own video holds what is in them. */
  cover(privacy: Privacy): void {
    this.#canvas.cover(privacy);
  }

  show(want: LiveWant): void {
    if (want.kind === 'video')
      this.#play({ stream: want.stream, as: 'video', unplayable: null }, want.hasSub);
    else if (want.kind === 'stills') this.#play({ stream: 'sub', as: 'stills', unplayable: null }, false);
    else {
      this.#end();
      this.#flow.paused();
    }
  }

  stop(): void {
    this.#end();
    this.#canvas.stop();
    this.#flow.stop();
  }

  #play(plan: LivePlan, hasSub: boolean): void {
    this.#end();
    this.#options.onPlan(plan);
    this.#flow.expect();
    const player = new LivePlayer({
      cameraId: this.#options.cameraId,
      plan,
      canvas: this.#canvas,
      onUnplayable: (codec) => {
        if (this.#player === player) this.#play(planAfter(plan, codec, hasSub), hasSub);
      },
    });
    this.#player = player;
  }

  #end(): void {
    this.#player?.stop();
    this.#player = null;
  }
}
