/** What a network does for Lares. */
export type NetworkRole =
  'face-detector' | 'face-landmarks' | 'face-embedder' | 'object-detector' | 'voice-activity';

export const networkRoles: readonly NetworkRole[] = [
  'face-detector',
  'face-landmarks',
  'face-embedder',
  'object-detector',
  'voice-activity',
];

/**
 * Networks that Lares does as well without: whether a living face is before the camera, by a look at the face with a little of
 * what is around it (2.7 times its box), and by one with more (4 times).
 */
export type OptionalRole = 'liveness-near' | 'liveness-wide';

export const optionalRoles: readonly OptionalRole[] = ['liveness-near', 'liveness-wide'];

export type NetworkName =
  | 'blazeface'
  | 'landmark68'
  | 'dlib-resnet'
  | 'centernet'
  | 'silero-vad'
  | 'yunet'
  | 'mobilefacenet'
  | 'yolox-nano'
  | 'minifasnet-v2'
  | 'minifasnet-v1se';

interface Network {
  readonly name: NetworkName;
  readonly role: NetworkRole | OptionalRole;
  readonly licence: string;
  /** Where it comes from, for NOTICE and `lares models`. */
  readonly source: string;
  readonly input: string;
  readonly output: string;
}

/** A file in an npm package, relative to the package's folder. */
export interface PackageFile {
  readonly path: string;
  readonly sha256: string;
}

/** Carried by an npm package; compiled to ONNX on this machine at set-up. */
export interface BuiltinNetwork extends Network {
  readonly pack: 'built-in';
  readonly package: '@vladmandic/face-api' | '@vladmandic/human' | '@ricky0123/vad-web';
  readonly version: string;
  /** The description of the network (absent where the weights say all), and its weights. */
  readonly description?: PackageFile;
  readonly weights: PackageFile;
}

/** Fetched from its upstream address when the owner asks for it; preferred when it is there. */
export interface StandardNetwork extends Network {
  readonly pack: 'standard';
  readonly file: string;
  readonly address: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** What the owner should know before fetching it. */
  readonly note?: string;
}

export const builtinPack: readonly BuiltinNetwork[] = [
  {
    name: 'blazeface',
    role: 'face-detector',
    pack: 'built-in',
    package: '@vladmandic/human',
    version: '3.3.6',
    description: {
      path: 'models/blazeface.json',
      sha256: 'cd7bbfc078270572beb39f9e5ae67aadbd50b5e67cff37e6d4f6b3ea39312e5f',
    },
    weights: {
      path: 'models/blazeface.bin',
      sha256: 'dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72',
    },
    licence: 'MIT (package)',
    source: 'MediaPipe BlazeFace, back camera, through @vladmandic/human',
    input: 'input: float [1, 3, height, width], RGB, -1..1; sides are multiples of 32',
    output:
      'Identity, Identity_1: logits, two anchors a cell of stride 16, six of stride 32; Identity_2, Identity_3: 16 numbers an anchor, in pixels from its centre',
  },
  {
    name: 'landmark68',
    role: 'face-landmarks',
    pack: 'built-in',
    package: '@vladmandic/face-api',
    version: '1.7.15',
    description: {
      path: 'model/face_landmark_68_model-weights_manifest.json',
      sha256: 'ca4886639f86e99b39fed0c155f81b63317225773bd9616716e887b0153389c9',
    },
    weights: {
      path: 'model/face_landmark_68_model.bin',
      sha256: '4611ef65c87d836d03d684b30eec4d195d8b219fa1dd58fc58945831c6b9299b',
    },
    licence: 'MIT (package)',
    source: 'face-api, through @vladmandic/face-api',
    input: 'input: float [n, 3, 112, 112], RGB, 0..255',
    output: 'points: float [n, 136], x and y of 68 points as fractions of the square',
  },
  {
    name: 'dlib-resnet',
    role: 'face-embedder',
    pack: 'built-in',
    package: '@vladmandic/face-api',
    version: '1.7.15',
    description: {
      path: 'model/face_recognition_model-weights_manifest.json',
      sha256: 'cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b',
    },
    weights: {
      path: 'model/face_recognition_model.bin',
      sha256: 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589',
    },
    licence: 'public domain (davisking/dlib-models)',
    source: 'dlib face recognition ResNet v1, through @vladmandic/face-api',
    input: 'input: float [n, 3, 150, 150], RGB, 0..255, aligned to the mean face of dlib',
    output: 'descriptor: float [n, 128], compared by Euclidean distance',
  },
  {
    name: 'centernet',
    role: 'object-detector',
    pack: 'built-in',
    package: '@vladmandic/human',
    version: '3.3.6',
    description: {
      path: 'models/centernet.json',
      sha256: 'bfb942eaacc5becf738d536663bc4580a0ae9e560722306e6d4dd7fe4a09de05',
    },
    weights: {
      path: 'models/centernet.bin',
      sha256: '1b635a15009071f506f9f2b3519b31c072c534888989f30d269ffd44734ef7ef',
    },
    licence: 'MIT (package); the upstream repository states none',
    source: 'MobileNetV3 CenterNet (610265158/mobilenetv3_centernet), through @vladmandic/human',
    input: 'input: float [1, 3, height, width], RGB, 0..255; sides are multiples of 32',
    output:
      'keypoints: float [1, 80, height/4, width/4], 0..1, one map a COCO class; wh: float [1, 4, height/4, width/4], distances to the left, top, right and bottom in pixels',
  },
  {
    name: 'silero-vad',
    role: 'voice-activity',
    pack: 'built-in',
    package: '@ricky0123/vad-web',
    version: '0.0.31',
    weights: {
      path: 'dist/silero_vad_v6.onnx',
      sha256: '1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3',
    },
    licence: 'MIT (snakers4/silero-vad); ISC (package)',
    source: 'Silero VAD v6, through @ricky0123/vad-web',
    input:
      'input: float [1, 576], the previous 64 samples and 512 new ones; state: float [2, 1, 128]; sr: int64 16000',
    output: 'output: float [1, 1], the probability of speech; stateN: the state for the next frame',
  },
];
