import { z } from 'zod';
import { BackupSettings } from './backup.ts';
import { CameraSettings } from './camera.ts';
import { CameraId, EntityId, EventId, FaceId, GroupId, PersonId, SampleId } from './identifiers.ts';
import { Consent, PersonName } from './person.ts';
import { Retention } from './retention.ts';
import { KioskSettings, MqttSettings, VisionSettings, VoiceSettings } from './settings.ts';
import { WakePhrase } from './wake.ts';

/**
 * What the kiosk may ask of the hub, as tRPC procedures over a WebSocket at `/api`. The hub's router (`services/hub/api.ts`)
 * is built from these inputs; the answers are the types of this folder.
 *
 *     house.health        query         → Health
 *     house.watchHealth   subscription  → Health
 *     house.unlock        mutation      { passphrase } → Health
 *     house.lock          mutation      → Health; Trouble `refused` without a passphrase, which opens it again by `unlock`
 *     house.arm           mutation      { armed } → Health
 *     house.watchMeasures subscription  → Measures: what was measured of the last hour, anew every twenty seconds
 *     house.watchArrivals subscription  → { atMs }: somebody known came before the camera that wakes the resting screen
 *     cameras.list        query         → CameraSettings without password (`hasPassword` instead)
 *     cameras.test        mutation      CameraInput → { picture (base64 JPEG), width, height, codec }
 *     cameras.discover    subscription  → CameraSearch: each ONVIF camera of the network as it answers, then the end (4 s)
 *     cameras.onvif       mutation      OnvifLogin → OnvifCamera: its main and its sub stream
 *     cameras.save        mutation      CameraInput; a known id replaces, a new one adds; ends the demo
 *     cameras.remove      mutation      RemoveCamera: its recordings stay as long as all others, or go with their key at once
 *     cameras.watchTracks subscription  { cameraId } → LiveTracks
 *     cameras.watchMotion subscription  { cameraId } → ShownMotion, as often as the camera is looked at
 *     cameras.saveZones   mutation      SaveZones → the camera as in cameras.list; its stream goes on
 *     events.newest       query         NewestEvents → Event[]
 *     events.get          query         { eventId } → Event
 *     events.watch        subscription  → EventChange
 *     events.remove       mutation      { eventId }
 *     events.keep         mutation      KeepEvent → Event: neither it nor its video is deleted by Lares itself
 *     events.search       query         SearchQuery → SearchPage: events and exchanges, newest first
 *     events.days         query         EventFilter → DayCount[], newest first
 *     events.window       query         EventWindow → Event[], newest first
 *     events.count        query         EventSpan → number
 *     events.beside       query         EventAmong → EventBeside: the ones before and after it
 *     events.mistaken     mutation      MistakenEvent → Event: it was not what its label says, or was after all
 *     clips.ofEvent       query         { eventId } → Clip[], oldest first
 *     clips.spans         query         ClipsBetween → RecordedSpan[], oldest first
 *     events.counts       query         CountEvents → HourCount[], oldest first
 *     retention.forecast  query         → Forecast: how much video there is, and how many days of it fit
 *     access.now          query         → AccessView: what whoever looks at this page may do now (access.ts)
 *     access.watch        subscription  → AccessView
 *     access.signIn       mutation      SignIn → SignInAnswer: a PIN opens its member's role on this page
 *     access.recover      mutation      { secret }: passphrase or recovery code open the owner's role
 *     access.lock         mutation      ends that
 *     access.stay         mutation      somebody is still there
 *     access.ticket       mutation      { path } → { ticket }: for `?ticket=` of a file to save, once, for a minute
 *     access.leave        mutation      whether the window of the kiosk may be left
 *     access.members      query         → Member[]
 *     access.settings     query         → AccessSettings
 *     access.configure    mutation      AccessSettings
 *     access.network      query         → NetworkView: the way in over the network, and who is logged in (network.ts)
 *     access.revoke       mutation      { sessionId }: ends one of them, and cuts off what goes on under it
 *     access.revokeAll    mutation      ends all of them
 *     access.logOut       mutation      ends one's own
 *     access.save         mutation      SaveMember → Member
 *     access.remove       mutation      { memberId } → Member, who can be taken back for ten seconds
 *     access.keep         mutation      { memberId } → Member: takes `remove` back
 *     audit.newest        query         NewestAudit → AuditEntry[]
 *     audit.check         query         → AuditCheck: what was changed, left out or cut off
 *     people.list         query         → Person[]
 *     people.watch        subscription  → Person[]
 *     people.enrolEvent   mutation      { eventId, name, consent } → Person; a known name adds the face to that person
 *     people.enrolPhoto   mutation      { name, photo (base64), consent } → Person
 *     people.portrait     subscription  { cameraId } → PortraitView, while somebody is enrolled before the camera; its end forgets
 *                                       the faces that were taken and not enrolled
 *     people.enrolPortrait mutation     { cameraId, name, consent } → Person, of the faces taken so far
 *     people.consent      mutation      { personId, consent } → Person
 *     people.rename       mutation      { personId, name }
 *     people.merge        mutation      { personId, into } → Person: all that was of the first is of the second
 *     people.split        mutation      { personId, faceIds, name, consent } → Person: these faces are somebody else's
 *     people.removeFace   mutation      { personId, faceId } → Person
 *     people.confirm      mutation      { eventId } → Admission: it was them; their gallery may improve
 *     people.notThem      mutation      { eventId } → Event: it was not them; never taken for them again
 *     people.seenBefore   query         { eventId } → Event[]: earlier visits with this face, known or not, newest first
 *     people.unknown      query         → UnknownPerson[]
 *     people.nameGroup    mutation      { groupId, name, consent } → Person: all visits of the group get the name
 *     people.forgetGroup  mutation      { groupId }
 *     people.remove       mutation      { personId } → Person, who is erased after ten seconds
 *     people.keep         mutation      { personId } → Person: takes `remove` back
 *     devices.list        query         → Entity[]
 *     devices.watch       subscription  → Entity[]
 *     devices.turn        mutation      { entityId, on } (as HassTurnOn / HassTurnOff) → Entity
 *     voice.transcript    query         → TranscriptEntry[], newest first
 *     voice.watch         subscription  → { state: VoiceState } | { entry: TranscriptEntry }
 *     voice.say           mutation      { text } → TranscriptEntry[]
 *     voice.listenTo      mutation      { path } → TranscriptEntry[]
 *     voice.wake          query         → WakeView: the phrases, the recordings, the training that goes on
 *     voice.watchWake     subscription  → WakeView
 *     voice.adviseWake    query         { phrase } → WakeAdvice
 *     voice.trainWake     mutation      { phrase } → WakeView: begins to learn it, with the recordings that there are
 *     voice.cancelWake    mutation      → WakeView
 *     voice.useWake       mutation      { phrase } → WakeView: Lares is called so from now on
 *     voice.forgetWake    mutation      { phrase } → WakeView: what was trained here and its recordings go
 *     voice.recordSample  mutation      { phrase, path? } → WakeSample: the next utterance at the microphone, or a file
 *     voice.forgetSample  mutation      { sampleId } → WakeView
 *     voice.meter         subscription  → VoiceReading, ten times a second
 *     voice.thatWasWrong  mutation      ThatWasWrong → TranscriptEntry; its recording is kept if the owner lets it
 *     voice.takeBack      mutation      { entryId } → TranscriptEntry: it was right after all; its recording goes
 *     voice.recordings    query         → { count }: recordings of what was wrong
 *     voice.forgetRecordings mutation   → { count: 0 }: all of them go
 *     key.ways            query         → KeyView: the ways to the house's key
 *     key.setPassphrase   mutation      SetPassphrase → KeyView: the house asks for it from its next start on
 *     key.makeRecoveryCode mutation     { current? } → { code }, shown this once; the one before is void
 *     key.removePassphrase mutation     { current } → KeyView: the key lies in its file again
 *     key.removeRecoveryCode mutation   { current? } → KeyView: the sheet opens nothing any more
 *     backup.view         query         → BackupView: the last one, the next one, the one that is made
 *     backup.watch        subscription  → BackupView
 *     backup.list         query         → KeptBackup[]: those in the folder of the settings, newest first
 *     backup.make         mutation      → BackupView: begins one now
 *     backup.cancel       mutation      → BackupView
 *     setup.get           query         → SetupView: what is done, what is left, where the set-up goes on (setup.ts)
 *     setup.watch         subscription  → SetupView
 *     setup.pass          mutation      PassStep → SetupView: a step was done or skipped
 *     setup.goTo          mutation      { at } → SetupView
 *     setup.leave         mutation      → SetupView: the page does not open it by itself any more
 *     setup.testSpeaker   mutation      says a sentence through the loudspeaker of the house
 *     setup.findFault     mutation      { address } → AddressFinding: what answers where a camera gave no picture
 *     settings.get        query         → ShownSettings: settings without passwords
 *     settings.watch      subscription  → the same, whenever somebody changes them
 *     settings.update     mutation      SettingsUpdate → the same; Trouble `conflict` where a revision is not the present one
 *     settings.useDemo    mutation      { demo } → the same
 *     settings.import     mutation      SettingsFile, JSON or YAML of Settings; absent sections stay as they are → the same
 *
 * Beside it: `GET /snapshots/<event>.jpg`, `GET /snapshots/<event>-face.jpg`, `GET /faces/<face>.jpg`,
 * `GET /groups/<group>.jpg`, `GET /people/<person>.zip` (all that is kept of a person), and the WebSocket
 * `/live/<camera>?stream=main|sub|auto&as=video|transcoded|stills`, whose messages are in `live.ts`: the camera's own video
 * without re-encoding, the same made H.264, or a JPEG a second. A page that is too slow misses pictures.
 */
export const ByCamera = z.strictObject({ cameraId: CameraId });
export const RemoveCamera = ByCamera.extend({ recordings: z.enum(['keep', 'erase']).default('keep') });
export const ByEvent = z.strictObject({ eventId: EventId });
export const KeepEvent = ByEvent.extend({ kept: z.boolean() });
export const ByPerson = z.strictObject({ personId: PersonId });

/**
 * An empty password keeps the one that is stored, as long as host and port of both streams stay. A camera without an id gets one from
 * its name.
 */
export const CameraInput = CameraSettings.extend({ id: CameraId.optional() });
export type CameraInput = z.infer<typeof CameraInput>;

/** What was drawn on a camera's picture, and its sensitivity by day and night; nothing else of the camera changes. */
export const SaveZones = CameraSettings.pick({ zones: true, lines: true, sensitivity: true }).extend({
  cameraId: CameraId,
});
export type SaveZones = z.infer<typeof SaveZones>;

export const NewestEvents = z.strictObject({
  limit: z.number().int().min(1).max(200).default(50),
  cameraId: CameraId.optional(),
  personId: PersonId.optional(),
  /** Only events that began before this time, for paging. */
  beforeMs: z.number().optional(),
});

export const CountEvents = z.strictObject({
  fromMs: z.number(),
  toMs: z.number(),
  cameraId: CameraId.optional(),
});

/** `consent` is needed for a new person; a known one has given it. */
const enrolment = { name: PersonName, consent: Consent.optional() };
export const EnrolEvent = z.strictObject({ eventId: EventId, ...enrolment });
/** 20 MiB of photo as base64. */
export const EnrolPhoto = z.strictObject({ photo: z.base64().max(28_000_000), ...enrolment });
export const EnrolPortrait = z.strictObject({ cameraId: CameraId, ...enrolment });
export const GiveConsent = z.strictObject({ personId: PersonId, consent: Consent });
export const MergePeople = z.strictObject({ personId: PersonId, into: PersonId });
export const SplitPerson = z.strictObject({
  personId: PersonId,
  faceIds: z.array(FaceId).min(1).max(100),
  ...enrolment,
});
export const RemoveFace = z.strictObject({ personId: PersonId, faceId: FaceId });
export const NameGroup = z.strictObject({ groupId: GroupId, ...enrolment });
export const ByGroup = z.strictObject({ groupId: GroupId });
export const RenamePerson = z.strictObject({ personId: PersonId, name: PersonName });
export const TurnDevice = z.strictObject({ entityId: EntityId, on: z.boolean() });
export const Say = z.strictObject({ text: z.string().trim().min(1).max(300) });
export const ListenTo = z.strictObject({ path: z.string().min(1).max(4096) });
export const ByWakePhrase = z.strictObject({ phrase: WakePhrase });
export const RecordSample = ByWakePhrase.extend({ path: z.string().min(1).max(4096).optional() });
export const BySample = z.strictObject({ sampleId: SampleId });
export const ByEntry = z.strictObject({ entryId: z.string().min(1).max(60) });
export const ThatWasWrong = ByEntry.extend({
  how: z.enum(['not_called', 'misheard']),
  meant: z.string().trim().max(200).default(''),
});
export type ThatWasWrong = z.infer<typeof ThatWasWrong>;
export const Unlock = z.strictObject({ passphrase: z.string().min(1).max(1000) });

/** An empty MQTT password keeps the one that is stored, as long as host and port stay. */
export const SettingsUpdate = z.strictObject({
  vision: VisionSettings.optional(),
  voice: VoiceSettings.optional(),
  mqtt: MqttSettings.optional(),
  kiosk: KioskSettings.optional(),
  retention: Retention.optional(),
  backup: BackupSettings.optional(),
  /** Of the sections as they were seen: they are changed only if nobody else changed them since. Without, the last one wins. */
  revisions: z.record(z.string().max(40), z.string().max(40)).optional(),
});
export type SettingsUpdate = z.infer<typeof SettingsUpdate>;

export const UseDemo = z.strictObject({ demo: z.boolean() });
export const Arm = z.strictObject({ armed: z.boolean() });

/** The text of a settings file; `name` is what error messages call it. */
export const SettingsFile = z.strictObject({
  name: z.string().min(1).max(4096),
  text: z.string().max(1_000_000),
});
export type SettingsFile = z.infer<typeof SettingsFile>;

/** Settings as they may leave the hub. */
export interface ShownSettings {
  readonly demo: boolean;
  readonly cameras: readonly ShownCamera[];
  readonly vision: VisionSettings;
  readonly voice: VoiceSettings;
  readonly mqtt: Omit<MqttSettings, 'password'> & { readonly hasPassword: boolean };
  readonly kiosk: KioskSettings;
  readonly retention: Retention;
  readonly backup: BackupSettings;
  /** What each section is told from its other states by; good until the hub starts again. */
  readonly revisions: Readonly<Record<string, string>>;
}

export type ShownCamera = Omit<CameraSettings, 'password'> & { readonly hasPassword: boolean };
