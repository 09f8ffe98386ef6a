/** Scripts that are written from right to left, and the signs that turn or override a direction. */
const turnsAround =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/**
 * A name for the middle of a sentence. One that runs from right to left is set apart (Unicode UAX #9: first strong isolate),
 * so that figures and signs beside it stay where they belong, and no sign in it turns the rest around.
 */
export function isolated(name: string): string {
  return turnsAround.test(name) ? `\u2068${name}\u2069` : name;
}
