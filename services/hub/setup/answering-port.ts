import { connect } from 'node:net';

/** What a port of another machine does. `silent`: nothing comes back, as from a machine that is off. */
export type PortAnswer = 'rtsp' | 'web' | 'other' | 'closed' | 'silent' | 'unknown_name';

export interface Port {
  readonly host: string;
  readonly port: number;
  readonly signal: AbortSignal;
}

const patienceMs = 2000;
/** The least that an RTSP server has to answer (RFC 2326, 10.1); a web server answers that it does not know it. */
const question = 'OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n';

/** Asks a port what it speaks; resolves within two seconds, and never rejects. Nothing secret is sent. */
export function answerOf({ host, port, signal }: Port): Promise<PortAnswer> {
  if (signal.aborted) return Promise.resolve('silent');
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let heard = '';
    let isOpen = false;
    const end = (answer: PortAnswer): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      socket.destroy();
      resolve(answer);
    };
    const giveUp = (): void => {
      end(isOpen ? 'other' : 'silent');
    };
    const timer = setTimeout(giveUp, patienceMs);
    signal.addEventListener('abort', giveUp, { once: true });
    socket.on('connect', () => {
      isOpen = true;
      socket.write(question);
    });
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1');
      if (heard.startsWith('RTSP/')) end('rtsp');
      else if (/^(HTTP\/|\s*<)/i.test(heard)) end('web');
      else if (heard.length > 16) end('other');
    });
    socket.on('close', giveUp);
    socket.on('error', (error) => {
      end(isOpen ? 'other' : reasonOf(error));
    });
  });
}

function reasonOf(error: Error): PortAnswer {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED') return 'closed';
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'unknown_name' : 'silent';
}
