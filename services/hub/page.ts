import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the built kiosk page is. */
const built = fileURLToPath(new URL('../../dist/renderer', import.meta.url));

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Lares</title>
<body style="font: 20px/1.5 sans-serif; margin: 3em; max-width: 40em">
<h1>Lares is running</h1>
<p>Its page is not built yet. Run <code>npm run build</code>, then load this page again.</p>
`;

/** Serves the kiosk page. An address that names no file is one of the page's own views. */
export async function servePage(server: FastifyInstance, directory: string = built): Promise<void> {
  await server.register(fastifyStatic, { root: directory, suppressWarning: true, cacheControl: false });
  server.setNotFoundHandler(async (request, reply) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (request.method !== 'GET' || /\.\w+$/.test(path))
      return reply.code(404).type('text/plain').send('There is nothing at this address.');
    if (!existsSync(join(directory, 'index.html'))) return reply.type('text/html').send(notBuilt);
    return reply.sendFile('index.html');
  });
}
