import { ok, refuse, type Result } from '@yimen/kernel';
import { scoreRefusal, type ScoreRefusal } from './refusals.ts';
import type { Line, ScoreSheet } from './sheet.ts';

/** What a place sets otherwise than a model: the weight of a part, and what one time is worth, by their codes. */
export interface SheetAdjustment {
  readonly code: string;
  readonly title: string;
  readonly weights: { readonly [part: string]: number };
  readonly points: { readonly [line: string]: number };
}

/** Points for one time of what a line counts; undefined where it is reckoned from a share. */
export const eachOf = ({ rule }: Line): number | undefined => ('each' in rule ? rule.each : undefined);

/**
 * A place's own sheet over a model: what is counted stays the model's, what it is worth is the place's. The parts still make up
 * the same whole, and a deduction stays a deduction.
 */
export function adjustSheet(model: ScoreSheet, adjustment: SheetAdjustment): Result<ScoreSheet, ScoreRefusal> {
  const { code, title, weights, points } = adjustment;
  const parts = model.parts.map((part) => ({ ...part, weight: weights[part.code] ?? part.weight }));
  if (wholeOf(parts) !== wholeOf(model.parts)) return refuse(scoreRefusal('sheet_weights', 'weights'));
  const lines = [...model.parts.flatMap((part) => part.lines), ...model.bonus];
  const turned = lines.find((line) => Math.sign(points[line.code] ?? 0) * Math.sign(eachOf(line) ?? 0) < 0);
  if (turned !== undefined) return refuse(scoreRefusal('sheet_sign', 'points'));
  const priced = (line: Line): Line => withEach(line, points[line.code]);
  const sheet: ScoreSheet = {
    ...model,
    code,
    title: { zh: title, en: title },
    parts: parts.map((part) => ({ ...part, lines: part.lines.map(priced) })),
    bonus: model.bonus.map(priced),
  };
  return isSame(model, sheet) ? refuse(scoreRefusal('sheet_unchanged')) : ok(sheet);
}

const wholeOf = (parts: readonly { readonly weight: number }[]): number =>
  parts.reduce((sum, { weight }) => sum + weight, 0);

function withEach(line: Line, each: number | undefined): Line {
  const { rule } = line;
  return each === undefined || !('each' in rule) ? line : { ...line, rule: { ...rule, each } };
}

function isSame(model: ScoreSheet, sheet: ScoreSheet): boolean {
  const worth = ({ parts, bonus }: ScoreSheet): readonly (number | undefined)[] => [
    ...parts.map(({ weight }) => weight),
    ...[...parts.flatMap(({ lines }) => lines), ...bonus].map(eachOf),
  ];
  const [was, is] = [worth(model), worth(sheet)];
  return was.every((one, at) => one === is[at]);
}
