import { ByCamera, CameraInput, RemoveCamera, SaveZones } from '../../contract/api.ts';
import type { CameraId } from '../../contract/identifiers.ts';
import type { LiveTracks } from '../../contract/event.ts';
import { valueOf } from '../../contract/trouble.ts';
import { eraseRecordings } from '../memory/erase-recordings.ts';
import { newsOf } from '../news.ts';
import { shownCamera } from '../settings.ts';
import type { Signal } from '../signal.ts';
import { askCamera, discoverCameras } from './camera-finding.ts';
import { needs, router } from './procedure.ts';
import { camerasFor, seenCamera } from './shown-to.ts';

export const cameras = router({
  list: needs('view_live').query(({ ctx }) =>
    camerasFor(ctx.house.cameras.list().map(shownCamera), ctx.house.access, ctx.caller),
  ),
  test: needs('change_settings')
    .input(CameraInput)
    .mutation(async ({ ctx, input }) => {
      const camera = ctx.house.settings.completed(input);
      const { picture, ...stream } = valueOf(await ctx.hub.vision.calls.testCamera(camera));
      return { picture: Buffer.from(picture).toString('base64'), ...stream };
    }),
  discover: discoverCameras,
  onvif: askCamera,
  save: needs('change_settings')
    .input(CameraInput)
    .mutation(({ ctx, input }) => {
      const camera = ctx.house.settings.saveCamera(input);
      ctx.note('changed_settings', { about: `camera ${camera.id}` });
      return camera;
    }),
  saveZones: needs('change_settings')
    .input(SaveZones)
    .mutation(({ ctx, input }) => {
      const camera = ctx.house.settings.saveZones(input);
      ctx.note('changed_settings', { about: `zones ${camera.id}` });
      return camera;
    }),
  remove: needs('change_settings')
    .input(RemoveCamera)
    .mutation(async ({ ctx, input: { cameraId, recordings } }) => {
      if (recordings === 'erase') ctx.need('erase');
      ctx.house.settings.removeCamera(cameraId);
      ctx.note('changed_settings', { about: `camera ${cameraId}` });
      if (recordings === 'keep') return;
      ctx.note('erased', { about: `recordings of ${cameraId}` });
      await eraseRecordings(ctx.house, cameraId);
    }),
  watchTracks: needs('view_live')
    .input(ByCamera)
    .subscription(({ ctx, input, signal }) => tracksOf(ctx.house.tracks, seenCamera(ctx, input), signal)),
  watchMotion: needs('view_live')
    .input(ByCamera)
    .subscription(({ ctx, input, signal }) => ctx.house.tuning.watch(seenCamera(ctx, input), signal)),
});

async function* tracksOf(tracks: Signal<LiveTracks>, cameraId: CameraId, signal: AbortSignal | undefined) {
  for await (const seen of newsOf(tracks, { signal, keep: 64 })) if (seen.cameraId === cameraId) yield seen;
}
