import { networkRoles, type NetworkRole } from '../../../models/catalogue.ts';
import { installedNetwork } from '../../../models/packs.ts';
import { type Finding, missing, there } from './finding.ts';

const waits: Readonly<Record<NetworkRole, string>> = {
  'face-detector': 'No face is found without it',
  'face-landmarks': 'No face is recognised without it',
  'face-embedder': 'No face is recognised without it',
  'object-detector': 'No person, vehicle or animal is told apart without it',
  'voice-activity': 'No speech is heard without it',
};

export async function findModels(models: string): Promise<readonly Finding[]> {
  return Promise.all(
    networkRoles.map(async (role) => {
      const installed = await installedNetwork(models, role);
      if (installed !== null)
        return there(`${role}: ${installed.network.name}, ${installed.network.pack} pack`);
      return missing(`${role} network`, `${waits[role]}. Run npx lares models compile.`);
    }),
  );
}
