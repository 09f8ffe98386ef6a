import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a browser needs for the least: a page with one word, and a page with nothing but films. */
export class BarePage {
  readonly #server = createServer((request, response) => {
    this.#answer(request, response);
  });
  readonly #film: Buffer;
  readonly #films: number;
  #address = '';

  /** `film`: a bare H.264 stream, shown so many times side by side. */
  constructor({ film, framesPerSecond, films }: { film: string; framesPerSecond: number; films: number }) {
    const file = `${film}.mp4`;
    const input = ['-r', String(framesPerSecond), '-i', film];
    const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...input, '-c', 'copy', file], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`ffmpeg made no film: ${stderr}`);
    this.#film = readFileSync(file);
    this.#films = films;
  }

  get empty(): string {
    return `${this.#address}/empty`;
  }

  get videos(): string {
    return `${this.#address}/videos`;
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address !== null && typeof address === 'object') this.#address = `http://127.0.0.1:${address.port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.url === '/film.mp4') {
      this.#sendFilm(request, response);
      return;
    }
    const video = '<video src="/film.mp4" autoplay muted loop style="width:24%"></video>';
    const body = request.url === '/videos' ? video.repeat(this.#films) : 'Lares';
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Bare</title><body>${body}`);
  }

  /** A player asks for parts, and begins anew with another. */
  #sendFilm(request: IncomingMessage, response: ServerResponse): void {
    const [, first = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    const end = last === '' ? this.#film.length - 1 : Number(last);
    response.writeHead(206, {
      'Content-Type': 'video/mp4',
      'Accept-Ranges': 'bytes',
      'Content-Range': `bytes ${first}-${end}/${this.#film.length}`,
    });
    response.end(this.#film.subarray(Number(first), end + 1));
  }
}
