export interface Log {
  info(sentence: string): void;
  warn(sentence: string): void;
  error(sentence: string): void;
}

/**
 * One line a sentence on standard error, with the time and the process. What is logged is chosen by its writer: never a
 * face, a name, a sound, a key or a password.
 */
export function createLog(process: string): Log {
  const write = (level: string) => (sentence: string) => {
    console.error(`${new Date().toISOString()} ${process} ${level}${sentence.replaceAll(/\s*\n\s*/g, ' ')}`);
  };
  return { info: write(''), warn: write('warning: '), error: write('error: ') };
}
