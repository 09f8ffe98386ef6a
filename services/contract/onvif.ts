import { z } from 'zod';

/** A camera that answered the search in the home network (WS-Discovery). */
export interface FoundCamera {
  /** As it calls itself; its model or address where it has no name. */
  readonly name: string;
  /** Its model, or empty. */
  readonly hardware: string;
  /** Its host in the network, without a port. */
  readonly address: string;
  /** Where its device service is: `http://192.168.1.20/onvif/device_service`. */
  readonly xaddr: string;
  /** The same for ever, whatever address it has; its xaddr where it has none. */
  readonly urn: string;
}

/** What a search tells: each camera once, as it answers, then that it is over. */
export type CameraSearch =
  { readonly kind: 'found'; readonly camera: FoundCamera } | { readonly kind: 'end' };

/** One of a camera's streams. The address carries neither user nor password. */
export interface OnvifStream {
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly codec: 'H.264' | 'H.265';
  /** At most; 0 where the camera does not say. */
  readonly framesPerSecond: number;
}

/** What a camera tells of itself to whoever has its password. */
export interface OnvifCamera {
  readonly name: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly main: OnvifStream;
  readonly sub: OnvifStream | null;
}

/** Where to ask, as found (`xaddr`) or as typed: a host, or host and port. */
export const OnvifLogin = z.strictObject({
  xaddr: z.string().trim().min(1, 'type the address of the camera').max(2048),
  username: z.string().max(200).default(''),
  password: z.string().max(200).default(''),
});
export type OnvifLogin = z.infer<typeof OnvifLogin>;
