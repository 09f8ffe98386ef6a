/** The `Content-Disposition` of a file to be saved (RFC 6266): a plain name for those who can't read the other. */
export function attachment(plain: string, name: string): string {
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
