import { isolated } from '../isolated.ts';

/** Somebody new, or more faces of somebody known. */
export const enrolment = {
  title: 'Add a person',
  titleFor: (name: string) => `Add faces of ${isolated(name)}`,
  choose: 'How would you like to show the face?',
  ways: {
    photos: 'From photos',
    camera: 'In front of a camera',
    visits: 'From past visits',
  },
  wayDetails: {
    photos: 'Several at once. Different days and directions help most.',
    camera: 'Half a minute: Lares says where to look. Gives the best result.',
    visits: 'Pick a face that a camera has seen lately.',
  },
  otherWay: 'Another way',
  who: 'Who is it?',
  leaveTitle: 'Leave without adding?',
  leaveDetail: 'What is not added yet is forgotten.',
  leave: 'Leave',
  openPerson: (name: string) => `Open ${isolated(name)}`,
  photos: {
    choose: 'Choose photos',
    more: 'More photos',
    drop: 'or drop them here. JPEG, PNG, WebP or HEIC, one face on each, up to 20 MB.',
    dropHere: 'Let go to add them',
    preview: (name: string) => `Photo ${isolated(name)}`,
    noPreview: 'No preview',
    waiting: 'Not added yet',
    sending: 'Looking for the face …',
    taken: 'Added',
    retry: 'Try again',
    remove: (name: string) => `Remove ${isolated(name)}`,
    notPhoto: 'That file is not a photo. Choose a JPEG, PNG, WebP or HEIC picture.',
    tooLarge: 'That photo is larger than 20 MB. Choose a smaller one.',
    emptyFile: 'That file is empty. Choose another photo.',
    unreadable: 'That file cannot be read. Choose another photo.',
    missing: 'Choose a photo first.',
    add: (count: number) => (count === 1 ? 'Add 1 photo' : `Add ${count} photos`),
    addAgain: (count: number) => (count === 1 ? 'Try 1 photo again' : `Try ${count} photos again`),
    none: 'Add photos',
    adding: (done: number, all: number) => `Adding ${done} of ${all} …`,
    result: (taken: number, all: number) =>
      taken === all
        ? all === 1
          ? 'The photo was added.'
          : `All ${all} photos were added.`
        : `${taken} of ${all} photos were added. What is wrong with the others stands beneath them.`,
  },
  camera: {
    choose: 'Which camera?',
    chooseDetail: 'Best is a camera at the height of the face, in good light.',
    none: 'No camera gives a picture now.',
    noneDetail: 'Add a camera, or use photos instead.',
    off: 'No picture now',
    another: 'Another camera',
    connecting: 'The camera is getting ready …',
    stopped: 'Not possible now',
    picture: (name: string) => `${isolated(name)}, as in a mirror`,
    progress: (taken: number) => `${taken} of 5 directions taken`,
    poses: { front: 'Front', left: 'Left', right: 'Right', up: 'Up', down: 'Down' },
    poseTaken: (pose: string) => `${pose}: taken`,
    poseMissing: (pose: string) => `${pose}: not yet`,
    advice: {
      nobody: 'Step in front of the camera',
      alone_please: 'Only one person, please',
      come_closer: 'Come closer',
      step_back: 'Step back a little',
      more_light: 'More light, please',
      less_light: 'Less light, please',
      hold_still: 'Hold still',
      uncover_face: 'Please uncover your face',
      look_straight: 'Look straight at the camera',
      turn_left: 'Turn your head a little to the left',
      turn_right: 'Turn your head a little to the right',
      look_up: 'Look up a little',
      look_down: 'Look down a little',
      done: 'Done, thank you',
    },
    enough: 'That is enough',
    goOn: 'Take more',
    again: 'Begin again',
    add: (name: string) => (name === '' ? 'Add' : `This is ${isolated(name)}`),
    added: (name: string) => `Lares knows ${isolated(name)} now.`,
    forgets: 'These pictures are forgotten when you leave without adding.',
  },
  visits: {
    detail: 'Choose the faces of one person.',
    empty: 'No unknown face was seen lately.',
    emptyDetail: 'When a camera sees a face that matches nobody, you can pick it here.',
    face: (camera: string, when: string) => `Unknown face, ${isolated(camera)}, ${when}`,
    missing: 'Choose a face first.',
    add: (count: number) => (count === 1 ? 'Add 1 face' : `Add ${count} faces`),
    none: 'Add faces',
    adding: (done: number, all: number) => `Adding ${done} of ${all} …`,
    result: (taken: number, all: number) =>
      taken === all
        ? all === 1
          ? 'The face was added.'
          : `All ${all} faces were added.`
        : `${taken} of ${all} faces were added. What is wrong with the others stands beneath them.`,
  },
} as const;
