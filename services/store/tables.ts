import { CertificateTable } from './access/house-certificate.ts';
import { MemberTable } from './access/members.ts';
import { SessionTable } from './access/sessions.ts';
import { WaitTable } from './access/waits.ts';
import { CountTable } from './counts.ts';
import type { Database } from './database.ts';
import { Erasure } from './erasure.ts';
import { EventFaceTable } from './event-faces.ts';
import { EventTable } from './events.ts';
import { FaceIndex } from './face-index.ts';
import { FaceTable } from './faces.ts';
import { GroupTable } from './groups.ts';
import { MistakeTable } from './mistakes.ts';
import { NotThemTable } from './not-them.ts';
import { PersonTable } from './people.ts';
import { RecordingTable } from './recordings.ts';
import { RetentionTable } from './retention.ts';
import { SearchTable } from './search.ts';
import { SettingsTable } from './settings.ts';
import { ShoppingTable } from './shopping.ts';
import { SpanTable } from './spans.ts';
import { StaleFaceTable } from './stale-faces.ts';
import { TimelineTable } from './timeline.ts';
import { TimerTable } from './timers.ts';
import { TranscriptTable } from './transcript.ts';
import { WakeModelTable } from './wake-models.ts';
import { WakeSampleTable } from './wake-samples.ts';
import type { Vault, VaultItem } from './vault.ts';

/** The tables of the database, with the sealed files that belong to some of them. */
export interface Tables {
  readonly events: EventTable;
  readonly eventFaces: EventFaceTable;
  readonly counts: CountTable;
  readonly timeline: TimelineTable;
  readonly mistakes: MistakeTable;
  readonly members: MemberTable;
  readonly waits: WaitTable;
  readonly sessions: SessionTable;
  readonly certificate: CertificateTable;
  readonly search: SearchTable;
  readonly people: PersonTable;
  readonly faces: FaceTable;
  readonly notThem: NotThemTable;
  readonly groups: GroupTable;
  readonly staleFaces: StaleFaceTable;
  readonly erasure: Erasure;
  readonly spans: SpanTable;
  /** How many bytes a kept picture has; 0 when there is none. */
  readonly pictureSize: (item: VaultItem) => Promise<number>;
  readonly settings: SettingsTable;
  readonly transcript: TranscriptTable;
  readonly shopping: ShoppingTable;
  readonly timers: TimerTable;
  readonly recordings: RecordingTable;
  readonly wakeModels: WakeModelTable;
  readonly wakeSamples: WakeSampleTable;
  readonly retention: RetentionTable;
}

export interface TableParts {
  readonly database: Database;
  readonly vault: Vault;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function tablesOf(opened: TableParts): Tables {
  const { database } = opened;
  const parts = { ...opened, index: new FaceIndex(database) };
  const transcript = new TranscriptTable(database);
  transcript.indexAll();
  const eventFaces = new EventFaceTable(parts);
  const events = new EventTable({ ...parts, faces: eventFaces });
  const faces = new FaceTable(parts);
  const notThem = new NotThemTable(parts);
  const people = new PersonTable({ ...parts, faces, notThem, transcript });
  return {
    events,
    eventFaces,
    counts: new CountTable(database),
    timeline: new TimelineTable(database),
    mistakes: new MistakeTable(parts),
    search: new SearchTable({ database, events, transcript }),
    people,
    faces,
    notThem,
    groups: new GroupTable(parts),
    staleFaces: new StaleFaceTable(parts),
    erasure: new Erasure({ ...parts, people }),
    spans: new SpanTable(database),
    pictureSize: (item) => parts.vault.size(item),
    members: new MemberTable(parts),
    waits: new WaitTable(parts),
    sessions: new SessionTable(parts),
    certificate: new CertificateTable(parts),
    settings: new SettingsTable(parts),
    transcript,
    shopping: new ShoppingTable(parts),
    timers: new TimerTable(parts),
    recordings: new RecordingTable(parts),
    retention: new RetentionTable(database),
    wakeModels: new WakeModelTable(parts),
    wakeSamples: new WakeSampleTable(parts),
  };
}
