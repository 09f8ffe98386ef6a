import type { CameraInput } from '../../../services/contract/api.ts';

/** A camera of which nothing is known yet. */
export const blankCamera: CameraInput = {
  name: '',
  area: '',
  address: '',
  subAddress: '',
  roles: { detect: 'auto', record: 'auto', live: 'auto' },
  username: '',
  password: '',
  transport: 'tcp',
  enabled: true,
  zones: [],
  lines: [],
  sensitivity: { day: null, night: null },
  recording: { mode: 'events', preRollSeconds: 5, postRollSeconds: 5 },
};
