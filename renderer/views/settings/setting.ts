import { z } from 'zod';
import { SettingsUpdate } from '../../../services/contract/api.ts';
import { TimeOfDay } from '../../../services/contract/time-of-day.ts';
import { valueAt } from './edits.ts';

/** What a setting can be, by its schema. */
export type SettingShape =
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | NumberShape
  | { readonly kind: 'text' }
  | { readonly kind: 'time' }
  /** Nothing that could be drawn by its schema alone: it needs a field made by hand. */
  | { readonly kind: 'special' };

export interface NumberShape {
  readonly kind: 'number';
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  /** How it is shown; empty: as a count. */
  readonly unit: string;
  /** Whether it may be null, which leaves it to Lares. */
  readonly mayBeNone: boolean;
}

export interface Setting {
  /** `voice`: a part of the settings that is saved as a whole. */
  readonly section: string;
  /** `quietHours.from`: where it is in its section. */
  readonly path: string;
  /** `voice.quietHours.from` */
  readonly name: string;
  readonly shape: SettingShape;
  /** Undefined where the schema has none. */
  readonly standard: unknown;
}

type Schema = z.core.$ZodType;

/** The sections of the settings, and what is in them, in the order of the schema. */
export const settingSections: Readonly<Record<string, readonly Setting[]>> = sectionsOf(SettingsUpdate);

/** Every section that is an object, with all that can be set in it. */
export function sectionsOf(schema: z.ZodObject): Record<string, readonly Setting[]> {
  const sections: Record<string, readonly Setting[]> = {};
  for (const [section, field] of fieldsOf(schema)) {
    const inner = unwrapped(field);
    if (!(inner instanceof z.ZodObject)) continue;
    const standards = inner.safeParse({}).data;
    sections[section] = leavesOf(inner, []).map(({ path, shape }) => ({
      ...{ section, path, name: `${section}.${path}`, shape },
      standard: valueAt(standards, path),
    }));
  }
  return sections;
}

/** The switch that the setting is of no use without, and which is off by default or on: `quietHours.enabled`; null: none. */
export function switchOf({ path }: Pick<Setting, 'path'>, among: readonly Setting[]): string | null {
  const gate = [...path.split('.').slice(0, -1), 'enabled'].join('.');
  return gate !== path && among.some((other) => other.path === gate) ? gate : null;
}

function leavesOf(schema: z.ZodObject, keys: readonly string[]): { path: string; shape: SettingShape }[] {
  return fieldsOf(schema).flatMap(([key, field]) => {
    const inner = unwrapped(field);
    const path = [...keys, key];
    return inner instanceof z.ZodObject
      ? leavesOf(inner, path)
      : [{ path: path.join('.'), shape: shapeOf(field) }];
  });
}

function fieldsOf(schema: z.ZodObject): (readonly [string, Schema])[] {
  const fields: Readonly<Record<string, Schema>> = schema.shape;
  return Object.entries(fields);
}

function shapeOf(field: Schema): SettingShape {
  const inner = unwrapped(field);
  if (inner === TimeOfDay) return { kind: 'time' };
  if (inner instanceof z.ZodBoolean) return { kind: 'switch' };
  if (inner instanceof z.ZodEnum) return { kind: 'choice', choices: inner.options.map(String) };
  if (inner instanceof z.ZodString) return { kind: 'text' };
  if (!(inner instanceof z.ZodNumber)) return { kind: 'special' };
  return {
    kind: 'number',
    least: inner.minValue ?? 0,
    most: inner.maxValue ?? Number.MAX_SAFE_INTEGER,
    isWhole: inner.format === 'safeint',
    unit: unitOf(field),
    mayBeNone: wrappingsOf(field).some((each) => each instanceof z.ZodNullable),
  };
}

function unitOf(field: Schema): string {
  const units = wrappingsOf(field).map((each) => z.globalRegistry.get(each)?.['unit']);
  return units.find((unit): unit is string => typeof unit === 'string') ?? '';
}

function unwrapped(field: Schema): Schema {
  return wrappingsOf(field).at(-1) ?? field;
}

/** The schema with its defaults and nulls, from the outermost to what is within. */
function wrappingsOf(field: Schema): Schema[] {
  const isWrapping =
    field instanceof z.ZodDefault ||
    field instanceof z.ZodPrefault ||
    field instanceof z.ZodNullable ||
    field instanceof z.ZodOptional;
  return isWrapping ? [field, ...wrappingsOf(field.unwrap())] : [field];
}
