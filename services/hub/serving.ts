const patienceMs = 2000;

/** Whether Lares serves its page at this address, and not another program. */
export async function servesLares(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
    return answer.ok && /<title>\s*Lares\b/i.test(await answer.text());
  } catch {
    return false;
  }
}
