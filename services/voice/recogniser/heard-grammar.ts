/** The grammar of an utterance that begins with the wake phrase, with or without a command after it. */
export function grammarAfterWake(jsgf: string, wakePhrase: string): string {
  const command = commandRule(jsgf);
  const rest = command === null ? '' : ` [ ${command.name} ]`;
  return `${command?.rest ?? emptyGrammar}public <heard_after_wake> = ${wakePhrase}${rest};\n`;
}

/** The grammar of a command with or without the wake phrase before it. */
export function grammarAlone(jsgf: string, wakePhrase: string): string {
  const command = commandRule(jsgf);
  const prefix = wakePhrase === '' ? '' : `[ ${wakePhrase} ] `;
  return command === null
    ? `${emptyGrammar}public <heard_alone> = ${wakePhrase};\n`
    : `${command.rest}public <heard_alone> = ${prefix}${command.name};\n`;
}

const emptyGrammar = '#JSGF V1.0;\ngrammar lares;\n';

/** The public rule of a grammar, and the grammar with that rule made private. */
function commandRule(jsgf: string): { readonly name: string; readonly rest: string } | null {
  const name = /^public (<[^>]+>)/m.exec(jsgf)?.[1];
  return name === undefined ? null : { name, rest: jsgf.replace(/^public </m, '<') };
}
