/** The same address as RTSP at another port; its path may be that of a web page, and goes. */
export function withPort(address: string, port: number): string {
  const [, scheme = '', user = '', host = '', path = ''] =
    /^([a-z]+):\/\/([^/]*@)?(\[[^\]]*\]|[^/:?#]*)(?::\d+)?(.*)$/i.exec(address.trim()) ?? [];
  return `rtsp://${user}${host}:${port}${/^rtsps?$/i.test(scheme) && path !== '' ? path : '/'}`;
}
