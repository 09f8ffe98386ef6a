/**
 * What a comparison of two faces means for one model: the probability that they are one person's is
 * 1 / (1 + exp(-(slope · score + offset))), Platt's scaling, as likely the one as the other beforehand.
 */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

const byModel: Readonly<Record<string, Calibration>> = {
  'dlib-resnet-68': { slope: 40, offset: -35.5 },
  'mobilefacenet-68': { slope: 20, offset: -9 },
};

/** For descriptors of a model that nobody measured: strict. */
const unmeasured: Calibration = { slope: 40, offset: -35.5 };

/** From this probability on two faces are taken for one person's. */
export const NAMED_FROM = 0.5;

/** The probability, 0..1, that two faces with this score of `compareFaces` are one person's. */
export function probabilityOf(score: number, modelId: string): number {
  const { slope, offset } = byModel[modelId] ?? unmeasured;
  return 1 / (1 + Math.exp(-(slope * score + offset)));
}

/** The score from which on the probability is reached: the other way round. */
export function scoreFor(probability: number, modelId: string): number {
  const { slope, offset } = byModel[modelId] ?? unmeasured;
  return (Math.log(probability / (1 - probability)) - offset) / slope;
}
