import { ByCamera, CameraInput, SaveZones } from '../../contract/api.ts';
import type { CameraId } from '../../contract/identifiers.ts';
import type { LiveTracks } from '../../contract/event.ts';
import { valueOf } from '../../contract/trouble.ts';
import { newsOf } from '../news.ts';
import { shownCamera } from '../settings.ts';
import type { Signal } from '../signal.ts';
import { askCamera, discoverCameras } from './camera-finding.ts';
import { inside, router } from './procedure.ts';

export const cameras = router({
  list: inside.query(({ ctx }) => ctx.house.cameras.list().map(shownCamera)),
  test: inside.input(CameraInput).mutation(async ({ ctx, input }) => {
    const camera = ctx.house.settings.completed(input);
    const { picture, ...stream } = valueOf(await ctx.hub.vision.calls.testCamera(camera));
    return { picture: Buffer.from(picture).toString('base64'), ...stream };
  }),
  discover: discoverCameras,
  onvif: askCamera,
  save: inside.input(CameraInput).mutation(({ ctx, input }) => {
    const camera = ctx.house.settings.saveCamera(input);
    ctx.note('changed_settings', { about: `camera ${camera.id}` });
    return camera;
  }),
  saveZones: inside.input(SaveZones).mutation(({ ctx, input }) => {
    const camera = ctx.house.settings.saveZones(input);
    ctx.note('changed_settings', { about: `zones ${camera.id}` });
    return camera;
  }),
  remove: inside.input(ByCamera).mutation(({ ctx, input }) => {
    ctx.house.settings.removeCamera(input.cameraId);
    ctx.note('changed_settings', { about: `camera ${input.cameraId}` });
  }),
  watchTracks: inside
    .input(ByCamera)
    .subscription(({ ctx, input, signal }) => tracksOf(ctx.house.tracks, input.cameraId, signal)),
  watchMotion: inside
    .input(ByCamera)
    .subscription(({ ctx, input, signal }) => ctx.house.tuning.watch(input.cameraId, signal)),
});

async function* tracksOf(tracks: Signal<LiveTracks>, cameraId: CameraId, signal: AbortSignal | undefined) {
  for await (const seen of newsOf(tracks, { signal, keep: 64 })) if (seen.cameraId === cameraId) yield seen;
}
