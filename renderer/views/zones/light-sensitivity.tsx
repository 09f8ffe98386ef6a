import { Card } from '../../parts/card.tsx';
import { Section } from '../../parts/section.tsx';
import { SliderField } from '../../parts/slider-field.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { percent } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import { editSensitivity, type ZonePlan } from './zone-draft.ts';
import type { Change } from './zone-pen.ts';

interface LightSensitivityProps {
  readonly sensitivity: ZonePlan['sensitivity'];
  /** As set for all cameras. */
  readonly house: number;
  readonly change: Change;
}

const lights = ['day', 'night'] as const;

/** How keen the camera is by day and at night. */
export function LightSensitivity({ sensitivity, house, change }: LightSensitivityProps) {
  return (
    <Section title={words.zones.light}>
      <Card className="flex flex-col gap-4 p-4">
        {lights.map((light) => {
          const own = sensitivity[light];
          return (
            <div key={light}>
              <SwitchField
                label={words.zones[light]}
                hint={own === null ? words.zones.asAll(percent(house)) : ''}
                checked={own !== null}
                onChange={(on) => {
                  change((before) => editSensitivity(before, { [light]: on ? house : null }));
                }}
              />
              {own !== null && (
                <SliderField
                  label={words.zones.sensitivity}
                  low={words.zones.calm}
                  high={words.zones.keen}
                  value={own}
                  onChange={(value) => {
                    change((before) => editSensitivity(before, { [light]: value }));
                  }}
                />
              )}
            </div>
          );
        })}
        <p className="text-sm text-quiet">{words.zones.lightHint}</p>
      </Card>
    </Section>
  );
}
