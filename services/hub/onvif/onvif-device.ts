import { Cam } from 'onvif';
import { z } from 'zod';
import { BoundedHttpAgent, BoundedHttpsAgent } from './onvif-agent.ts';
import { OnvifFailure } from './onvif-trouble.ts';

const requestTimeoutMs = 4000;

export interface DeviceParts {
  readonly entry: URL;
  readonly username: string;
  readonly password: string;
  /** `token`: a digest in each message (WS-UsernameToken), which falls back to HTTP's by itself; `http`: that one at once. */
  readonly login: 'token' | 'http';
  readonly signal: AbortSignal;
}

type Done = (error: Error | null, data?: unknown, xml?: string) => void;

const Text = z.union([z.string(), z.number()]).transform(String).catch('');
const Information = z.object({ manufacturer: Text, model: Text });

/** One camera's ONVIF services (ONVIF Core Specification; Media Service Specification, versions 1 and 2). Every failure is an OnvifFailure. */
export class OnvifDevice {
  readonly #cam: Cam;
  readonly #signal: AbortSignal;

  constructor({ entry, username, password, login, signal }: DeviceParts) {
    const isSecure = entry.protocol === 'https:';
    this.#signal = signal;
    this.#cam = new Cam({
      hostname: entry.hostname.replaceAll(/^\[|\]$/g, ''),
      port: Number(entry.port) || (isSecure ? 443 : 80),
      path: `${entry.pathname}${entry.search}`,
      useSecure: isSecure,
      agent: isSecure ? new BoundedHttpsAgent(signal) : new BoundedHttpAgent(signal),
      timeout: requestTimeoutMs,
      autoconnect: false,
      // Requests go to the host that was reached, whichever the camera names.
      preserveAddress: true,
      useWSSecurity: login === 'token',
      // The library puts the user into XML as it is, and reads the password as Latin-1, where the standard has UTF-8.
      username: login === 'token' ? escaped(username) : username,
      password: login === 'token' ? Buffer.from(password, 'utf8').toString('latin1') : password,
    });
  }

  /** Sets the camera's clock against ours: a login is good only at its time. Its failure tells that nothing speaks ONVIF here. */
  async readClock(): Promise<void> {
    const uptimeMs = process.uptime() * 1000;
    // The library's own guess, should the camera not tell without a login, is 1970.
    this.#cam.timeShift = Date.now() - uptimeMs;
    const { data } = z.date().safeParse(
      await this.#call((done) => {
        this.#cam.getSystemDateAndTime(done);
      }),
    );
    if (data !== undefined && isPlausible(data)) this.#cam.timeShift = data.getTime() - uptimeMs;
  }

  async information(): Promise<z.infer<typeof Information>> {
    const answer = await this.#call((done) => {
      this.#cam.getDeviceInformation(done);
    });
    return Information.catch({ manufacturer: '', model: '' }).parse(answer);
  }

  /** As the camera tells them; see onvif-profiles.ts. `version` 2 is of newer cameras only, which tell of H.265 there alone. */
  async profiles(version: 1 | 2): Promise<unknown> {
    if (version === 1)
      await this.#call((done) => {
        this.#cam.getCapabilities(done);
      });
    else
      await this.#call((done) => {
        this.#cam.getServices(true, done);
      });
    if (version === 2 && this.#cam.media2Support !== true) return [];
    return this.#call((done) => {
      this.#cam.getProfiles(done);
    });
  }

  /** Whose profiles `streamUri` is asked for. */
  useMedia(version: 1 | 2): void {
    this.#cam.media2Support = version === 2;
  }

  /** The address of a profile's stream: RTSP, unicast. */
  async streamUri(profileToken: string): Promise<string> {
    const answer = await this.#call((done) => {
      this.#cam.getStreamUri({ protocol: 'RTSP', profileToken: escaped(profileToken) }, done);
    });
    const { data } = z.object({ uri: z.string() }).safeParse(answer);
    if (data === undefined) throw new OnvifFailure('There is no address in the answer.', '');
    return data.uri;
  }

  #call(begin: (done: Done) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const late = (): void => {
        reject(new OnvifFailure('Network timeout', ''));
      };
      if (this.#signal.aborted) late();
      this.#signal.addEventListener('abort', late, { once: true });
      begin((error, data, xml) => {
        this.#signal.removeEventListener('abort', late);
        if (error === null) resolve(data);
        else reject(new OnvifFailure(error.message, typeof xml === 'string' ? xml.slice(0, 4096) : ''));
      });
    });
  }
}

/** A camera that has lost its battery may be in 1970, not in the year 90000, which no date can be written in. */
function isPlausible(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
