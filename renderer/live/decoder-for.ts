import type { LiveStreamConfig } from './live-socket.ts';
import { JpegDecoder } from './jpeg-decoder.ts';
import type { PictureCanvas } from './picture-canvas.ts';
import type { PictureDecoder } from './picture-decoder.ts';
import { WebCodecsDecoder } from './web-codecs-decoder.ts';

interface DecoderParts {
  readonly canvas: PictureCanvas;
  /** It turned out that the browser can't decode it after all. */
  readonly onUnplayable: () => void;
}

/**
 * The decoder for a stream, or null when this browser has none. WebCodecs shows a picture the moment it comes. A page that
 * came over plain HTTP from another machine has none (it is no secure context), and takes the browser's player.
 */
export async function decoderFor(
  config: LiveStreamConfig,
  { canvas, onUnplayable }: DecoderParts,
): Promise<PictureDecoder | null> {
  if (config.codec === 'jpeg') return new JpegDecoder(canvas);
  if ('VideoDecoder' in globalThis) {
    const wanted = decoderConfig(config);
    const { supported } = await VideoDecoder.isConfigSupported(wanted).catch(() => ({ supported: false }));
    return supported === true ? new WebCodecsDecoder({ canvas, config: wanted, onUnplayable }) : null;
  }
  const [{ MediaSourceDecoder }, { MediaSourcePlayer }] = await Promise.all([
    import('./media-source-decoder.ts'),
    import('./media-source-player.ts'),
  ]);
  const { codec, width, height, descriptionBytes: description } = config;
  if (!MediaSourcePlayer.canShow(codec)) return null;
  return new MediaSourceDecoder({ canvas, track: { codec, width, height, description }, onUnplayable });
}

function decoderConfig({ codec, width, height, descriptionBytes }: LiveStreamConfig): VideoDecoderConfig {
  return {
    codec,
    description: descriptionBytes,
    ...(width > 0 && height > 0 ? { codedWidth: width, codedHeight: height } : {}),
    optimizeForLatency: true,
    hardwareAcceleration: 'no-preference',
  };
}
