import type { ScoreLineView, ScoreView } from '@yimen/contract';
import {
  eachOf,
  grades,
  quarterOf,
  sheetsFor,
  shippedGrades,
  type Line,
  type Score,
  type ScoredLine,
  type ScoreSheet,
  type ScoreSubject,
} from '@yimen/core/performance';

export function quarterView(totals: readonly number[]) {
  const quarter = quarterOf(totals, shippedGrades);
  return quarter === undefined ? {} : { quarter: { mean: quarter.mean, gradeName: grades[quarter.grade] } };
}

export const sheetView = ({ code, title, source, note, max }: ScoreSheet) => ({
  code,
  title,
  source,
  max,
  ...(note === undefined ? {} : { note }),
});

/** The score line by line, each with what it stands on. */
export function partsView(sheet: ScoreSheet, score: Score): Pick<ScoreView, 'sheet' | 'total' | 'parts' | 'bonus'> {
  const partOf = new Map(score.parts.map((part) => [part.code, part]));
  return {
    sheet: sheetView(sheet),
    total: score.total,
    parts: sheet.parts.map(({ code, name, weight, lines }) => ({
      code,
      name,
      weight,
      points: partOf.get(code)?.points ?? 0,
      lines: lineViews(lines, partOf.get(code)?.lines ?? []),
    })),
    bonus: lineViews(sheet.bonus, score.bonus),
  };
}

/** The models, and the place's own sheet where it has one. */
export function choicesOf(subject: ScoreSubject, own: ScoreSheet): NonNullable<ScoreView['sheets']> {
  const shipped = sheetsFor(subject);
  const all = shipped.some(({ code }) => code === own.code) ? shipped : [own, ...shipped];
  return all.map(({ code, title }) => ({ code, title }));
}

const NOTHING: Omit<ScoredLine, 'code'> = { count: null, points: 0, cards: [], cases: [], entered: [] };

function lineViews(lines: readonly Line[], scored: readonly ScoredLine[]): ScoreLineView[] {
  return lines.map((line) => {
    const { code, name, rule } = line;
    const each = eachOf(line);
    const { count, points, cards, cases, entered } = scored.find((one) => one.code === code) ?? NOTHING;
    return {
      code,
      name,
      by: rule.by,
      ...(each === undefined ? {} : { each }),
      count,
      points,
      cards: [...cards],
      cases: [...cases],
      entered: entered.map(({ times, reason, record }) => ({ times, reason, record })),
    };
  });
}
