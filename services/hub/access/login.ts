import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access } from './access.ts';
import { loginPage, type LoginTrouble } from './login-page.ts';
import { networkCookie } from './network-entrance.ts';

const LoginForm = z.object({ name: z.string().min(1).max(200), password: z.string().min(1).max(200) });
const longestFormBytes = 4096;
const goodForSeconds = 30 * 24 * 60 * 60;

/** `POST /login`, of the form that `loginPage` shows: a cookie for who gives a password, and the page. */
export function serveLogin(server: FastifyInstance, access: Access): void {
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: longestFormBytes },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body.toString())));
    },
  );
  server.post('/login', { config: { needs: 'nothing', isLogin: true } }, async (request, reply) => {
    const form = LoginForm.safeParse(request.body);
    const answer = form.success
      ? await access.logIn({ ...form.data, device: deviceOf(request), address: request.ip })
      : { kind: 'wrong' as const };
    if (answer.kind === 'in') {
      const flags = `Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=${goodForSeconds}`;
      void reply.header('Set-Cookie', `${networkCookie}=${answer.cookie}; ${flags}`);
      return reply.redirect('/', 303);
    }
    const trouble: LoginTrouble = answer.kind === 'wait' ? { waitMs: answer.untilMs - Date.now() } : 'wrong';
    const page = loginPage(request.headers['accept-language'] ?? '', trouble);
    return reply
      .code(answer.kind === 'wait' ? 429 : 401)
      .type('text/html')
      .send(page);
  });
}

/** "Firefox, Android": enough to know it again in a list. */
function deviceOf({ headers }: FastifyRequest): string {
  const agent = headers['user-agent'] ?? '';
  const browser = ['Firefox', 'Edg', 'Chrome', 'Safari'].find((name) => agent.includes(name)) ?? 'Browser';
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'].find((name) =>
    agent.includes(name),
  );
  return [browser === 'Edg' ? 'Edge' : browser, system].filter((part) => part !== undefined).join(', ');
}
