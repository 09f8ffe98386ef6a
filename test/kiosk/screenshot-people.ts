import type { Page } from 'playwright';
import { PersonId } from '../../services/contract/identifiers.ts';
import type { Person, PortraitView } from '../../services/contract/person.ts';
import { enrolledFace, type FixtureHouse, someEvent } from './fixture-house.ts';
import { boxAt, face } from './scenes.ts';
import type { ScreenshotView } from './screenshot-view.ts';

const click = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).first().click();
};

const group = (house: FixtureHouse) => {
  house.settings = { ...house.settings, vision: { ...house.settings.vision, groupUnknown: true } };
};

const names = [
  'Anna',
  'Bartholomäus von und zu Hohenfelde',
  '👩🏽‍🚀 Zoë',
  'السيدة فاطمة الزهراء',
  'Wolfeschlegelsteinhausenbergerdorff',
  'Bo',
];

/** Many people, with names that are hard to set. */
const crowd = (house: FixtureHouse) => {
  const [anna, bernd, clara] = house.people;
  const kinds = [anna, bernd, clara].filter((each) => each !== undefined);
  house.people = Array.from({ length: 30 }, (_, index): Person | undefined => {
    const like = kinds[index % kinds.length];
    const name = names[index % names.length] ?? '';
    return like && { ...like, id: PersonId.parse(`p${index}`), name: `${name} ${index + 1}` };
  }).filter((each) => each !== undefined);
};

const fortyFaces = (house: FixtureHouse) => {
  const faces = Array.from({ length: 40 }, (_, index) =>
    enrolledFace(index * 4, { isUsed: index % 7 !== 3, quality: index % 9 === 4 ? 0.2 : 0.8 }),
  );
  house.people = house.people.map((person) => (person.id === 'anna' ? { ...person, faces } : person));
};

const way = (name: string) => (page: Page) => page.locator(`[data-way=${name}]`).click();

const chosenPhotos = async (page: Page) => {
  await way('photos')(page);
  const photos = await Promise.all(
    [2, 6, 10, 14].map(async (index) => ({
      name: `IMG_${index}.jpg`,
      mimeType: 'image/jpeg',
      buffer: Buffer.from(await face(index)),
    })),
  );
  const bad = [
    { name: 'hall.heic', mimeType: '', buffer: Buffer.from('no face') },
    { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') },
  ];
  await page.locator('input[type=file]').setInputFiles([...photos, ...bad]);
  await page.getByLabel('Name', { exact: true }).fill('Dora');
};

const agreed = async (page: Page) => {
  await page.getByLabel('Who notes this?').fill('Anna');
  await page.getByText('Dora agrees that Lares keeps their face.').click();
};

const stand = (view: Partial<PortraitView>) => async (page: Page, house: FixtureHouse) => {
  await way('camera')(page);
  await page.locator('[data-choose=garden]').click();
  await page.locator('[data-flow=flowing]').waitFor();
  const { x, y, width } = boxAt(0.5);
  house.pose({ box: { x: x + width * 0.15, y, width: width * 0.7, height: 0.13 }, ...view });
  await page.waitForTimeout(700);
};

/** The people in every state that is worth a look. */
export const peopleViews: readonly ScreenshotView[] = [
  { name: 'people', hash: '#/people' },
  {
    name: 'people-empty',
    hash: '#/people',
    prepare: (house) => {
      house.emptyIt();
    },
  },
  { name: 'people-unknown', hash: '#/people', prepare: group },
  { name: 'people-many', hash: '#/people', prepare: crowd },
  {
    name: 'people-visits',
    hash: '#/people',
    prepare: group,
    act: click('Visits'),
  },
  {
    name: 'people-name-group',
    hash: '#/people',
    prepare: group,
    act: async (page) => {
      await click('Name')(page);
      await page.getByLabel('Name', { exact: true }).fill('Dora');
      await page.getByRole('button', { name: 'This is Dora' }).click();
    },
  },
  { name: 'people-forget', hash: '#/people', prepare: group, act: click('Forget') },
  { name: 'person', hash: '#/people/anna' },
  { name: 'person-poor', hash: '#/people/bernd' },
  { name: 'person-waiting', hash: '#/people/clara' },
  { name: 'person-forty', hash: '#/people/anna', prepare: fortyFaces },
  {
    name: 'person-chosen',
    hash: '#/people/anna',
    act: async (page) => {
      await page.locator('[data-face=face-4]').click();
      await page.locator('[data-face=face-8]').click();
    },
  },
  {
    name: 'person-split',
    hash: '#/people/anna',
    act: async (page) => {
      await page.locator('[data-face=face-4]').click();
      await page.locator('[data-face=face-8]').click();
      await click('Somebody else')(page);
      await page.getByLabel('Name', { exact: true }).fill('Dora');
    },
  },
  {
    name: 'person-remove-face',
    hash: '#/people/anna',
    act: async (page) => {
      await page.locator('[data-face=face-4]').click();
      await click('Remove face')(page);
    },
  },
  { name: 'person-merge', hash: '#/people/anna', prepare: crowdOfAnna, act: click('Merge with somebody') },
  {
    name: 'person-merge-preview',
    hash: '#/people/bernd',
    act: async (page) => {
      await click('Merge with somebody')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Clara' }).click();
    },
  },
  {
    name: 'person-consent',
    hash: '#/people/bernd',
    act: async (page) => {
      await click('Record consent')(page);
      await page.getByRole('button', { name: 'A parent or guardian agrees for them' }).click();
      await click('Record')(page);
    },
  },
  { name: 'person-rename', hash: '#/people/bernd', act: click('Rename') },
  { name: 'person-export', hash: '#/people/anna', act: click('Export everything') },
  { name: 'person-erase', hash: '#/people/bernd', act: click('Erase') },
  {
    name: 'person-leaving',
    hash: '#/people/bernd',
    act: async (page, house) => {
      house.putPeople(house.people.map((each) => ({ ...each, leavesAtMs: null })));
      await click('Erase')(page);
      await click('Erase this person')(page);
      await page.waitForTimeout(2500);
    },
  },
  {
    name: 'person-erased',
    hash: '#/people/clara',
    prepare: (house) => {
      house.eraseAfterMs = 800;
    },
    act: async (page, house) => {
      const { people } = house;
      await click('Erase')(page);
      await click('Erase this person')(page);
      await page.getByText('was erased').waitFor();
      house.people = people;
    },
  },
  { name: 'person-gone', hash: '#/people/nobody' },
  { name: 'enrol', hash: '#/people/-new' },
  { name: 'enrol-photos', hash: '#/people/-new', act: way('photos') },
  {
    name: 'enrol-photos-missing',
    hash: '#/people/-new',
    act: async (page) => {
      await chosenPhotos(page);
      await page.getByRole('button', { name: 'Add 5 photos' }).click();
    },
  },
  {
    name: 'enrol-photos-done',
    hash: '#/people/-new',
    act: async (page, house) => {
      await chosenPhotos(page);
      await agreed(page);
      await page.getByRole('button', { name: 'Add 5 photos' }).click();
      await page.getByText('photos were added').waitFor();
      house.people = house.people.filter(({ id }) => id !== 'dora');
    },
  },
  { name: 'enrol-known-photos', hash: '#/people/clara/add', act: way('photos') },
  { name: 'enrol-cameras', hash: '#/people/-new', act: way('camera') },
  {
    name: 'enrol-camera-nobody',
    hash: '#/people/-new',
    act: stand({ box: null, taken: [], advice: 'nobody' }),
  },
  {
    name: 'enrol-camera-turn',
    hash: '#/people/-new',
    act: async (page, house) => {
      await stand({ taken: [], advice: 'look_straight' })(page, house);
      house.pose({ taken: ['front'] });
      await page.waitForTimeout(300);
      house.pose({ taken: ['front', 'right'], advice: 'turn_left' });
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'enrol-camera-done',
    hash: '#/people/-new',
    act: async (page, house) => {
      await stand({ taken: ['front', 'left', 'right', 'up', 'down'], advice: 'done' })(page, house);
      await page.getByLabel('Name', { exact: true }).fill('Dora');
    },
  },
  {
    name: 'enrol-camera-trouble',
    hash: '#/people/-new',
    prepare: (house) => {
      house.portraitTrouble =
        'Somebody else is being enrolled in front of this camera. Wait until they are done.';
    },
    act: async (page) => {
      await way('camera')(page);
      await page.locator('[data-choose=garden]').click();
    },
  },
  {
    name: 'enrol-visits',
    hash: '#/people/-new',
    prepare: (house) => {
      house.events = [
        ...house.events,
        ...Array.from({ length: 9 }, (_, index) => someEvent(`ev-more${index}`, 30 * 60 + index * 333)),
      ];
    },
    act: async (page) => {
      await way('visits')(page);
      await page.locator('[data-stranger=ev-stranger]').click();
      await page.locator('[data-stranger=ev-more2]').click();
      await page.getByLabel('Name', { exact: true }).fill('Dora');
      await agreed(page);
    },
  },
  {
    name: 'enrol-leave',
    hash: '#/people/-new',
    act: async (page) => {
      await chosenPhotos(page);
      await page.getByRole('link', { name: 'Home' }).click();
    },
  },
  { name: 'event', hash: '#/events/ev-stranger' },
  { name: 'event-known', hash: '#/events/ev-anna' },
  { name: 'event-yes', hash: '#/events/ev-anna', prepare: restoreAnna, act: click('Yes') },
  { name: 'event-no', hash: '#/events/ev-bernd', act: click('No') },
  {
    name: 'event-enrol',
    hash: '#/events/ev-stranger',
    act: async (page) => {
      await click('Name this person')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Clara' }).click();
    },
  },
  {
    name: 'event-enrol-new',
    hash: '#/events/ev-stranger',
    act: async (page) => {
      await click('Name this person')(page);
      await page.getByLabel('Name', { exact: true }).fill('Dora');
    },
  },
  {
    name: 'event-fake',
    hash: '#/events/ev-post',
    prepare: (house) => {
      house.events = house.events.map((event) => ({ ...event, liveness: 0.12 }));
    },
  },
  { name: 'event-delete', hash: '#/events/ev-stranger', act: click('Delete event') },
  {
    name: 'names-rtl-people',
    hash: '#/people',
    prepare: (house) => {
      house.nameEverything('السيدة فاطمة الزهراء');
    },
  },
  {
    name: 'names-long-person',
    hash: '#/people/anna',
    prepare: (house) => {
      house.nameEverything('Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewiss');
    },
  },
  {
    name: 'names-long-event',
    hash: '#/events/ev-anna',
    prepare: (house) => {
      house.nameEverything('Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewiss');
    },
  },
];

function crowdOfAnna(house: FixtureHouse): void {
  const before = house.people.filter(({ id }) => id === 'anna');
  crowd(house);
  house.people = [...before, ...house.people];
}

function restoreAnna(house: FixtureHouse): void {
  house.admission = { kind: 'refused', why: 'nothing_new' };
}
