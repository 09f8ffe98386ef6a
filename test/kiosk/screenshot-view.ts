import type { Page } from 'playwright';
import type { FixtureHouse } from './fixture-house.ts';

export interface ScreenshotView {
  readonly name: string;
  readonly hash: string;
  readonly prepare?: (house: FixtureHouse) => void;
  readonly act?: (page: Page, house: FixtureHouse) => Promise<void>;
}
