import { type CameraSearch, OnvifLogin } from '../../contract/onvif.ts';
import { streamsOf } from '../onvif/onvif.ts';
import { discover } from '../onvif/onvif-discovery.ts';
import { needs } from './procedure.ts';

/** What answers in the network, as it answers. */
export const discoverCameras = needs('change_settings').subscription(({ signal }) => search(signal));

/** What a camera tells of its streams, to whoever has its password. */
export const askCamera = needs('change_settings')
  .input(OnvifLogin)
  .mutation(({ input, signal }) => streamsOf({ ...input, ...(signal === undefined ? {} : { signal }) }));

async function* search(signal: AbortSignal | undefined): AsyncGenerator<CameraSearch, void> {
  for await (const camera of discover({ signal: signal ?? new AbortController().signal }))
    yield { kind: 'found', camera };
  yield { kind: 'end' };
}
