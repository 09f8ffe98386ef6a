/** The host in an address, without a port; empty when there is none. */
export function hostOf(address: string): string {
  return /^[a-z]+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]+)/i.exec(address.trim())?.[1]?.toLowerCase() ?? '';
}
