/** Local time with its seconds: 2026-11-18 15:04:05. */
export function timeText(ms: number): string {
  const date = new Date(ms);
  const two = (value: number): string => `${value}`.padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
