/** `own.yaml line 4: there is no list called "x".` */
const ofPhraseFile = /^\S+\.ya?ml line \d+: /;
/** What is asked here is input from outside, and its troubles quote nothing of the home. A settings file is a notice. */
const logged = /^cameras\.|^settings\.update$|^people\.enrolPhoto$/;

/** What the log says of a trouble of the ear: a name of the home that can't be spoken is told by the page alone. */
export function loggedOfVoice(id: string, what: string): string {
  return id === 'microphone' || ofPhraseFile.test(what)
    ? what
    : 'The ear has a trouble, which the page shows.';
}

/** Whether bad input at this procedure of the API is logged; the others' sentences may name persons and devices. */
export function isLoggedDoor(path: string | undefined): boolean {
  return path !== undefined && logged.test(path);
}
