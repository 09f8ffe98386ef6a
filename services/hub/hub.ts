import type { HomeNames } from '../contract/entity.ts';
import type { Health, ProcessHealth } from '../contract/health.ts';
import type { Settings } from '../contract/settings.ts';
import { Trouble } from '../contract/trouble.ts';
import type { VisionCalls, VisionNews } from '../contract/vision-process.ts';
import type { VoiceCalls, VoiceNews } from '../contract/voice-process.ts';
import { Child } from './child.ts';
import { HealthBoard, healthOf } from './health.ts';
import { homeNames } from './home-names.ts';
import { tellOfDevices } from './device-notices.ts';
import type { House } from './house.ts';
import { HouseMeasures } from './measures/house-measures.ts';
import { visionNews } from './vision-news.ts';
import { greetVision, keepVisionTold, visionConfiguration } from './vision-orders.ts';
import { VoiceOrders } from './intents/voice-orders.ts';
import { greetVoice, keepVoiceTold } from './voice/voice-greeting.ts';
import { voiceNews } from './voice/voice-news.ts';

export interface HubParts {
  readonly house: House;
  readonly scripts: { readonly vision: URL; readonly voice: URL };
  /** What of the health the hub does not know by itself. */
  readonly about: Pick<Health, 'version' | 'startedAtMs' | 'key'>;
}

/**
 * Joins the two sentences:
 *
 *     camera → frames → motion → objects → faces → track → event → store → kiosk
 *     microphone → speech → wake word → command → intent → permission → action → reply
 */
export class Hub {
  readonly house: House;
  readonly health: HealthBoard;
  readonly measures: HouseMeasures;
  readonly vision: Child<VisionCalls, VisionNews>;
  readonly voice: Child<VoiceCalls, VoiceNews>;
  readonly #orders: VoiceOrders;
  #deaf: () => void = () => undefined;

  constructor({ house, scripts, about }: HubParts) {
    this.house = house;
    const { log } = house;
    this.vision = new Child({
      name: 'vision',
      script: scripts.vision,
      news: visionNews(house),
      line: () =>
        house.live.line((message) => {
          house.recorder.take(message);
        }),
      greet: (vision) => greetVision(house, vision),
      dismiss: (vision) => vision.stop(),
      log,
    });
    this.voice = new Child({
      name: 'voice',
      script: scripts.voice,
      news: voiceNews(house),
      greet: (voice) => greetVoice(house, voice, this.#orders.all()),
      dismiss: (voice) => voice.stop(),
      log,
    });
    this.#orders = new VoiceOrders({
      voice: () => house.settings.get().voice,
      home: () => this.#homeNames(),
      wakeModelId: (phrase) => house.wakePhrases.modelId(phrase),
      send: (orders) => {
        this.#tell(() => this.voice.calls.configure(orders));
      },
    });
    this.health = new HealthBoard(() =>
      healthOf(house, {
        about: { ...about, key: house.key.state ?? about.key },
        children: [this.vision.health, this.voice.health],
      }),
    );
    this.measures = this.#measures();
  }

  /** What this house and its processes cost, as far as they tell. */
  #measures(): HouseMeasures {
    return new HouseMeasures({
      health: () => this.health.get(),
      vision: () => this.vision.calls.measure(),
      voice: () => this.voice.calls.measure(),
      lostToPages: () => this.house.live.dropped,
    });
  }

  /** Visits that the last run left open end before a camera sees anything new. */
  start(): void {
    this.house.audit.note({ who: 'lares', deed: 'started' });
    this.house.events.endOpen();
    const { backups, memory, recordingTimes, recorder, disk, retention } = this.house;
    for (const part of [recordingTimes, recorder, disk, retention, backups, memory]) part.start();
    this.house.leaving.start();
    this.house.unknownPeople.start();
    this.house.mishearings.tidy();
    this.#listen();
    this.#furnish(this.house.settings.get());
    this.vision.start();
    this.voice.start();
    this.measures.start();
  }

  /** Ends every child within 2 s, then closes the store. */
  async stop(): Promise<void> {
    this.#deaf();
    this.#orders.stop();
    this.health.stop();
    this.measures.stop();
    const { absences, actions, demo, devices, events, leaving, reEnrolment, store, unknownPeople } =
      this.house;
    const { disk, mishearings, recorder, recordingTimes, retention, wakePhrases } = this.house;
    for (const part of [absences, actions, disk, recordingTimes]) part.stop();
    await Promise.all([this.vision.stop(), this.voice.stop(), demo.stop(), devices.stop()]);
    await Promise.all([leaving.stop(), unknownPeople.stop(), reEnrolment.stop()]);
    await Promise.all([wakePhrases.settled(), mishearings.settled()]);
    await Promise.all([retention.stop(), this.house.backups.stop(), this.house.memory.stop()]);
    await events.settled();
    await recorder.stop();
    this.house.audit.note({ who: 'lares', deed: 'stopped' });
    store.close();
  }

  #listen(): void {
    const { settings, demo, cameras, people, devices, transcript, notices, wakePhrases } = this.house;
    const touch = (): void => {
      this.health.touch();
    };
    settings.changed.listen((now) => {
      this.#furnish(now);
      for (const part of [this.house.unknownPeople, this.house.backups]) part.settingsChanged();
    });
    demo.changed.listen(() => {
      this.#furnish(settings.get());
    });
    keepVisionTold(this.house, (work) => {
      this.#tell(() => work(this.vision.calls));
    });
    keepVoiceTold(this.house, (work) => {
      this.#tell(() => work(this.voice.calls));
    });
    for (const { changed } of [people, devices, wakePhrases])
      changed.listen(() => {
        this.#orders.touch();
      });
    for (const { changed } of [this.vision, this.voice])
      changed.listen((health) => {
        this.#childChanged(health);
      });
    devices.brokerChanged.listen(touch);
    cameras.changed.listen(touch);
    transcript.changed.listen(touch);
    // These outlive a house that is locked.
    this.#deaf = notices.changed.listen(touch);
    this.house.key.changed.listen(touch);
    this.house.recordingTimes.changed.listen(touch);
    tellOfDevices(devices, notices);
  }

  /** Brings the house to what the owner wants. */
  #furnish(settings: Settings): void {
    const { demo, cameras, devices } = this.house;
    demo.turn(settings.demo);
    cameras.use(settings.demo ? demo.cameras : settings.cameras, settings.demo);
    this.house.store.search.nameCameras(settings.demo ? demo.cameras : settings.cameras);
    this.#tell(() =>
      devices.configure({ virtual: settings.demo || !settings.mqtt.enabled, mqtt: settings.mqtt }),
    );
    this.#tell(() => this.vision.calls.configure(visionConfiguration(this.house)));
    this.#orders.touch();
    this.health.touch();
  }

  #childChanged({ name, state }: ProcessHealth): void {
    if (state.kind === 'restarting') this.#childDied(name);
    this.health.touch();
  }

  #childDied(name: ProcessHealth['name']): void {
    const { cameras, events, notices, transcript } = this.house;
    notices.clearAll(`${name}:`);
    if (name === 'voice') {
      transcript.stateChanged({ kind: 'off', why: 'The ear is starting again.' });
      this.house.wakePhrases.earDied();
    } else {
      events.endOpen();
      this.house.recorder.unseen();
      cameras.unseen('The part of Lares that sees is starting again.');
    }
  }

  #homeNames(): HomeNames {
    const { devices, people, cameras } = this.house;
    return homeNames({
      entities: devices.list(),
      people: people.list().filter(({ leavesAtMs }) => leavesAtMs === null),
      cameras: cameras.list(),
    });
  }

  /** A child that is away is told everything when it comes back. */
  #tell(work: () => Promise<void>): void {
    Promise.try(work).catch((error: unknown) => {
      if (!(error instanceof Trouble))
        this.house.log.error(`A child did not take its orders: ${String(error)}`);
    });
  }
}
