import type { Devices } from './devices/devices.ts';
import type { Notices } from './notices.ts';

/** A topic may bear the name of a person. */
const unfollowed = 'A message of a device is not understood; the page says which.';

/** Shows the owner what is wrong with the broker, and with what it sends, as long as it lasts. */
export function tellOfDevices(devices: Devices, notices: Notices): void {
  devices.brokerChanged.listen((broker) => {
    if (broker.kind === 'refused')
      notices.raise({
        id: 'mqtt',
        severity: 'warning',
        what: broker.why,
        advice: 'Check its address, user and password in the settings; Lares tries again by itself.',
      });
    // While it connects again the trouble is not over yet.
    else if (broker.kind !== 'connecting') notices.clear('mqtt');
  });
  devices.troubled.listen((troubles) => {
    notices.clearAll('mqtt:');
    for (const [number, { what, advice }] of troubles.entries())
      notices.raise({ id: `mqtt:${number}`, severity: 'warning', what, advice, inLog: unfollowed });
  });
}
