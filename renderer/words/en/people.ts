import { isolated } from '../isolated.ts';

/** Everybody Lares knows, one of them, and those who have no name yet. */
export const people = {
  title: 'People',
  detail: 'Lares greets these faces by name. Their pictures are kept encrypted in this house.',
  add: 'Add a person',
  empty: 'Lares knows nobody yet',
  emptyDetail:
    'Add the first person with a few photos or in front of a camera, or open an event with an unknown face and give it a name.',
  faces: (count: number) => (count === 1 ? '1 face' : `${count} faces`),
  visits: (count: number) => (count === 1 ? '1 visit' : `${count} visits`),
  since: (day: string) => `Since ${day}`,
  gone: 'This person is not known any more.',
  goneDetail: 'They were erased, or merged into somebody else.',
  name: 'Name',
  known: 'People you know',
  rename: 'Rename',
  renameTitle: (name: string) => `Rename ${isolated(name)}`,
  noFaces: 'No face is kept. Without one Lares can’t recognise them.',
  waiting: (count: number) =>
    count === 1 ? '1 face waits to be read again' : `${count} faces wait to be read again`,
} as const;

/** How well somebody is known, at a glance. */
export const gallery = {
  title: 'How well Lares knows this face',
  spots: { front: 'front', left: 'left', right: 'right', up: 'above', down: 'below' },
  seen: (spots: string) => `Seen from: ${spots}.`,
  missing: (spots: string) => `Not yet from: ${spots}.`,
  unseen: 'Not seen well from anywhere yet.',
  good: 'Lares knows this face well.',
  counts: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'],
  advice: {
    any: (count: string, one: boolean) => `${count} more ${one ? 'photo' : 'photos'} of any kind would help.`,
    front: (count: string, one: boolean) =>
      `${count} more ${one ? 'photo' : 'photos'} from the front would help.`,
    left: (count: string, one: boolean) =>
      `${count} more ${one ? 'photo' : 'photos'} from the left would help.`,
    right: (count: string, one: boolean) =>
      `${count} more ${one ? 'photo' : 'photos'} from the right would help.`,
    larger: (count: string, one: boolean) =>
      `${count} larger ${one ? 'photo' : 'photos'} of the face would help.`,
    sharper: (count: string, one: boolean) =>
      `${count} sharper, brighter ${one ? 'photo' : 'photos'} would help.`,
  },
  addFaces: 'Add faces',
} as const;

/** The page of one person. */
export const person = {
  faces: 'Faces',
  facesHint: 'Tap faces that are wrong or poor.',
  origins: { photo: 'Photo', camera: 'Camera', event: 'Event', sighting: 'Sighting' },
  originDetails: {
    photo: 'from a photo',
    camera: 'taken in front of a camera',
    event: 'from an event',
    sighting: 'added by itself, after you confirmed a visit',
  },
  face: (origin: string, day: string) => `Face ${origin}, ${day}`,
  waits: 'Not read yet',
  poor: 'Poor picture',
  selected: (count: number) => (count === 1 ? '1 face chosen' : `${count} faces chosen`),
  clear: 'Choose none',
  removeFaces: (count: number) => (count === 1 ? 'Remove face' : `Remove ${count} faces`),
  removeTitle: (count: number) => (count === 1 ? 'Remove this face?' : `Remove these ${count} faces?`),
  removeDetail: 'Lares forgets it for good. The person and their events stay.',
  somebodyElse: 'Somebody else',
  splitTitle: (count: number) => (count === 1 ? 'Whose face is this?' : 'Whose faces are these?'),
  splitDetail: (name: string) => `They are taken from ${isolated(name)} and become somebody else’s.`,
  split: (name: string) => (name === '' ? 'Move faces' : `Move to ${isolated(name)}`),
  splitDone: (count: number, name: string) =>
    count === 1 ? `1 face is ${isolated(name)}’s now.` : `${count} faces are ${isolated(name)}’s now.`,
  removed: (count: number) => (count === 1 ? '1 face was removed.' : `${count} faces were removed.`),
  visits: 'Recent visits',
  noVisits: 'Lares has not seen them lately.',
  noVisitsDetail: 'When a camera recognises them, the visit appears here.',
  consent: 'Consent',
  consentGiven: (name: string) => `${isolated(name)} agrees that Lares keeps their face.`,
  consentGivenFor: (giver: string, name: string) =>
    `${isolated(giver)} agrees that Lares keeps ${isolated(name)}’s face.`,
  consentRecorded: (by: string, day: string) => `Recorded by ${isolated(by)}, ${day}`,
  consentMissing: 'Not recorded',
  consentMissingDetail: (name: string) =>
    `Nobody noted whether ${isolated(name)} agrees. Ask, and record it; or erase them.`,
  record: 'Record consent',
  recordAgain: 'Record it anew',
  recordTitle: (name: string) => `Does ${isolated(name)} agree?`,
  recordDetail: 'Ask before you record it. Lares keeps who agreed, who noted it, and when.',
  recordIt: 'Record',
  export: 'Export everything',
  exportTitle: (name: string) => `Export all of ${isolated(name)}`,
  exportDetail:
    'A zip file with every face and picture, every visit and the consent: all that Lares keeps of them.',
  exportWarning: 'The pictures in it are clear, not encrypted. Keep the file safe, or delete it after use.',
  download: 'Download zip',
  preparing: 'Putting it together …',
  exported: 'The file is in your downloads.',
  exportFailed: 'The export could not be made. Nothing was lost: try again.',
  merge: 'Merge with somebody',
  mergeTitle: (name: string) => `Who is the same as ${isolated(name)}?`,
  mergeDetail: 'Somebody who is in the list twice becomes one person.',
  mergeNobody: 'There is nobody else to merge with.',
  mergeOther: 'Somebody else',
  mergePreview: 'They become one',
  mergeStays: 'The name that stays',
  mergeBoth: (gone: string, name: string) => `Merge ${isolated(gone)} and ${isolated(name)}?`,
  mergeResult: (gone: string, name: string, faces: string) =>
    `${isolated(name)} gets all faces and all visits of both, ${faces} together. The name ${isolated(gone)} is gone.`,
  mergeNote:
    'This can’t be undone in one step; faces that turn out to be wrong can be moved to somebody else.',
  mergeIt: (name: string) => `Merge into ${isolated(name)}`,
  erase: 'Erase',
  eraseIt: 'Erase this person',
  eraseTitle: (name: string) => `Erase ${isolated(name)}?`,
  eraseDetail:
    'Every face, the pictures of their visits and the name in all events are erased. You can take it back for ten seconds.',
} as const;

/** The bar of somebody who is being erased. */
export const leaving = {
  soon: (name: string, seconds: number) =>
    seconds === 1
      ? `${isolated(name)} is erased in 1 second`
      : `${isolated(name)} is erased in ${seconds} seconds`,
  now: (name: string) => `${isolated(name)} is being erased …`,
  announce: (name: string) =>
    `${isolated(name)} will be erased in ten seconds. Take it back if that was a mistake.`,
  undo: 'Undo',
  done: (name: string) => `${isolated(name)} was erased: faces, pictures and the name in every event.`,
  kept: (name: string) => `${isolated(name)} stays.`,
  mark: 'Is being erased',
} as const;

/** Who may keep a face: asked for everybody new. */
export const consent = {
  title: 'Consent',
  agrees: (name: string) =>
    `${name === '' ? 'This person' : isolated(name)} agrees that Lares keeps their face.`,
  agreesFor: (giver: string, name: string) =>
    `${giver === '' ? 'Somebody' : isolated(giver)} agrees that Lares keeps ${name === '' ? 'this person' : isolated(name)}’s face.`,
  themselves: 'They agree themselves',
  guardian: 'A parent or guardian agrees for them',
  giver: 'Name of the parent or guardian',
  recordedBy: 'Who notes this?',
  missing: 'Tick this once they have agreed. Without it Lares keeps no face.',
  missingGiver: 'Say who agrees in their place.',
  missingRecorder: 'Say who notes the consent.',
} as const;

/** People without a name. */
export const unknown = {
  title: 'Unknown people',
  offTitle: 'Name people later',
  offDetail:
    'Lares can group unknown faces that come again, so that you can name them or see when they came before. It keeps these faces, encrypted, for a few days only, then forgets them. Think of those who don’t know that a camera sees them: this is off unless you want it.',
  turnOn: 'Group unknown faces',
  turnOff: 'Switch off',
  keep: 'Forget after',
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  empty: 'No unknown face came more than once.',
  emptyDetail: 'Whoever comes again without a name appears here.',
  picture: (visits: string) => `Unknown person, ${visits}`,
  lastSeen: (when: string) => `Last seen ${when}`,
  forgotten: (when: string) => `Forgotten ${when}`,
  nameIt: 'Name',
  nameTitle: 'Who is this?',
  nameDetail: (visits: string) => `The name goes to all of this face: ${visits}.`,
  seeVisits: 'Visits',
  visitsTitle: 'When this face came',
  visitGone: 'This visit was deleted.',
  forget: 'Forget',
  forgetTitle: 'Forget this face?',
  forgetDetail: 'The group and its face are deleted. The visits stay in the list of events, without a name.',
} as const;
