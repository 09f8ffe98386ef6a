import { addressApart } from '../../contract/address.ts';
import type { OnvifCamera, OnvifLogin, OnvifStream } from '../../contract/onvif.ts';
import { entryPoints, reachedAddress } from './onvif-address.ts';
import { OnvifDevice } from './onvif-device.ts';
import { chosenProfiles, type Profile, profilesIn } from './onvif-profiles.ts';
import { isRefusal, noOnvif, noStream, OnvifFailure, refused } from './onvif-trouble.ts';

/** All questions together take no longer. */
const timeoutMs = 20_000;

export interface StreamsOptions extends OnvifLogin {
  readonly signal?: AbortSignal;
}

/**
 * What a camera tells over ONVIF of itself and of the two streams that Lares uses. Throws Trouble: `refused` when user or
 * password are wrong, `unreachable` when nothing answers or what answers is not ONVIF, `no_video` when it has no H.264 or
 * H.265 stream, `bad_input` when `xaddr` is no address.
 */
export async function streamsOf(options: StreamsOptions): Promise<OnvifCamera> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
  const login = loginOf(options);
  const entry = await answeringEntry(entryPoints(options.xaddr), signal);
  try {
    return await read({ ...login, entry, signal });
  } catch (failure) {
    if (isRefusal(failure)) throw refused();
    if (failure instanceof OnvifFailure) throw noOnvif(signal.aborted);
    throw failure;
  }
}

/** What was typed into the fields goes before what stands in the address. */
function loginOf({ xaddr, username, password }: OnvifLogin): Omit<OnvifLogin, 'xaddr'> {
  const apart = addressApart(xaddr);
  return { username: username || (apart?.username ?? ''), password: password || (apart?.password ?? '') };
}

interface Asked {
  readonly entry: URL;
  readonly username: string;
  readonly password: string;
  readonly signal: AbortSignal;
}

/** The first that speaks ONVIF. The clock is told to everybody, so that no password is sent before somebody answers. */
async function answeringEntry(entries: readonly URL[], signal: AbortSignal): Promise<URL> {
  const found = new AbortController();
  const until = AbortSignal.any([signal, found.signal]);
  const answers = entries.map((entry) => spokenTo(entry, until));
  try {
    return await Promise.any(answers);
  } catch {
    const failures = await Promise.allSettled(answers);
    throw noOnvif(failures.every(isSilence));
  } finally {
    found.abort();
  }
}

function isSilence(result: PromiseSettledResult<URL>): boolean {
  return result.status === 'rejected' && result.reason instanceof OnvifFailure && result.reason.answer === '';
}

async function spokenTo(entry: URL, signal: AbortSignal): Promise<URL> {
  try {
    await new OnvifDevice({ entry, username: '', password: '', login: 'token', signal }).readClock();
  } catch (failure) {
    // Some cameras keep even their clock behind the password.
    if (!isRefusal(failure)) throw failure;
  }
  return entry;
}

/** HTTP's own login is tried where letters beyond ASCII may have spoilt the other; else a second wrong try could lock the camera. */
async function read(asked: Asked): Promise<OnvifCamera> {
  try {
    return await told(new OnvifDevice({ ...asked, login: 'token' }), asked.entry);
  } catch (failure) {
    if (!isRefusal(failure) || !/[^ -~]|[&<>]/.test(`${asked.username}${asked.password}`)) throw failure;
    return told(new OnvifDevice({ ...asked, login: 'http' }), asked.entry);
  }
}

async function told(device: OnvifDevice, entry: URL): Promise<OnvifCamera> {
  await device.readClock();
  const { manufacturer, model } = await device.information();
  const chosen = await choice(device);
  const main = await streamOf(device, chosen.main, entry);
  if (main === null) throw noStream();
  const sub = chosen.sub === null ? null : await streamOf(device, chosen.sub, entry).catch(() => null);
  const name = [manufacturer, model].filter((word) => word !== '').join(' ') || entry.hostname;
  return { name, manufacturer, model, main, sub: sub?.address === main.address ? null : sub };
}

/** From the older media service, which every camera has, unless the newer one offers more: H.265 is told of only there. */
async function choice(device: OnvifDevice): Promise<NonNullable<ReturnType<typeof chosenProfiles>>> {
  const older = chosenProfiles(profilesIn(await device.profiles(1).catch(unlessRefused)));
  const newer = chosenProfiles(profilesIn(await device.profiles(2).catch(() => [])));
  const isNewer = newer !== null && (older === null || newer.main.height > older.main.height);
  device.useMedia(isNewer ? 2 : 1);
  const chosen = isNewer ? newer : older;
  if (chosen === null) throw noStream();
  return chosen;
}

function unlessRefused(failure: unknown): readonly [] {
  if (isRefusal(failure)) throw failure;
  return [];
}

async function streamOf(device: OnvifDevice, profile: Profile, entry: URL): Promise<OnvifStream | null> {
  const address = reachedAddress(await device.streamUri(profile.token), entry.hostname);
  const { width, height, codec, framesPerSecond } = profile;
  return address === null ? null : { address, width, height, codec, framesPerSecond };
}
