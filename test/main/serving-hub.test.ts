import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { servingHub, untilGone } from '../../main/serving-hub.ts';

async function serverOf(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  onTestFinished(() => {
    server.close();
  });
  return { server, port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
}

const page = '<!doctype html><title>Lares</title>';

test("only Lares' own page is taken for a hub", async () => {
  const lares = await serverOf((_request, response) => response.end(page));
  const other = await serverOf((_request, response) => response.end('<title>Router</title>'));
  const away = await serverOf((_request, response) =>
    response.writeHead(302, { location: 'https://a.example/' }).end(page),
  );
  const broken = await serverOf((_request, response) => response.writeHead(500).end(page));
  expect(await servingHub(lares.port)).toBe(`http://127.0.0.1:${lares.port}/`);
  expect(await Promise.all([other, away, broken].map(({ port }) => servingHub(port)))).toEqual([
    null,
    null,
    null,
  ]);
});

test('the watch over a hub ends when it has gone, or when nobody wants it any more', async () => {
  const { server, port } = await serverOf((_request, response) => response.end(page));
  const quitting = new AbortController();
  const unwanted = untilGone(port, quitting.signal);
  quitting.abort();
  expect(await unwanted).toBe(false);
  server.close();
  server.closeAllConnections();
  expect(await untilGone(port, new AbortController().signal)).toBe(true);
});
