/** Reason codes of MQTT 3.1.1 (section 3.2.2.3) and MQTT 5 (section 3.2.2.2) for a refused connection. */
const BY_CODE: Readonly<Record<string, string>> = {
  1: 'The broker does not speak this version of MQTT.',
  2: 'The broker does not accept the name that Lares gives itself.',
  3: 'The broker is not ready.',
  4: 'The broker refuses the user name or the password.',
  5: 'The broker refuses the user name or the password.',
  134: 'The broker refuses the user name or the password.',
  135: 'The broker refuses the user name or the password.',
  ECONNREFUSED: "Nothing answers at the broker's address.",
  ECONNRESET: 'The broker closed the connection.',
  EHOSTUNREACH: "There is no way to the broker's address.",
  ENETUNREACH: "There is no way to the broker's address.",
  ENOTFOUND: "The broker's host name is not known.",
  EAI_AGAIN: "The broker's host name can not be looked up now.",
  ETIMEDOUT: 'The broker does not answer.',
  EPROTO: 'The broker does not speak TLS at this port.',
};

/** One sentence for the owner, which never holds the address, the user or the password. */
export function brokerRefusal(error: unknown): string {
  if (!(error instanceof Error)) return 'The broker closed the connection.';
  // A host name with several addresses fails with one error for each.
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  const code = codeOf(error) ?? codeOf(inner);
  const known = code === undefined ? undefined : BY_CODE[code];
  if (known !== undefined) return known;
  if (code?.startsWith('ERR_TLS') === true || /certificate|CERT/.test(`${code ?? ''} ${error.message}`))
    return "The broker's certificate is not trusted.";
  if (error.message.includes('connack timeout')) return 'The broker does not answer.';
  return 'The broker can not be reached.';
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' || typeof error.code === 'number' ? String(error.code) : undefined;
}
