import type { ChangeView, DraftView, FindingView, SituationOutcome, VersionView } from '@yimen/contract';
import {
  beyondCorrection,
  checkItem,
  decideTable,
  diffItems,
  isInForce,
  situate,
  type Answers,
  type ItemChange,
  type ItemFinding,
  type MergeConflict,
  type PublishedItem,
  type ServiceItem,
} from '@yimen/core/catalogue';
import { limitUnits, type Limit } from '@yimen/core/clock';
import { refuse, ok, type Day, type Result } from '@yimen/kernel';
import { evaluateCondition, readFeel, tableFeel } from '../../platform/feel/index.ts';
import type { Draft } from './drafts.ts';
import { guideOf } from './guide.ts';

interface Around {
  readonly published: PublishedItem;
  readonly authorities: ReadonlyMap<string, string>;
  /** What an adopted item is held against. */
  readonly template?: ServiceItem | undefined;
  readonly conflicts?: readonly MergeConflict[];
}

/** A draft with what the lint says of it, what it changes, and the guide the public would read. */
export function draftView(draft: Draft, { published, authorities, template, conflicts = [] }: Around): DraftView {
  const { revision, content, by, at } = draft;
  return {
    revision,
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
    content: { ...content },
    findings: checkItem(content, readFeel, template).map(findingView),
    changes: diffItems(published, content).map(changeView),
    guide: guideOf(content, authorities),
    fiveSteps: beyondCorrection(published, content).length > 0,
    // JSON has no undefined: what one side took away is null.
    conflicts: conflicts.map(({ field, mine, theirs }) => ({ field, mine: mine ?? null, theirs: theirs ?? null })),
  };
}

export function findingView({ field, rule, severity, article, words, mend, accepted }: ItemFinding): FindingView {
  return {
    field,
    rule,
    severity,
    ...(article === undefined ? {} : { article }),
    words,
    mend,
    ...(accepted === undefined ? {} : { accepted: accepted.reason }),
  };
}

export function changeView({ field, label, words, effect }: ItemChange): ChangeView {
  return { field, label, words, effect };
}

/** Every version, the newest first, each against the one before it. */
export function versionViews(versions: readonly PublishedItem[], today: Day): readonly VersionView[] {
  return versions.map((one, at) => {
    const before = versions[at + 1];
    const { version, effectiveFrom, effectiveTo } = one;
    return {
      version,
      effectiveFrom,
      ...(effectiveTo === undefined ? {} : { effectiveTo }),
      state: effectiveFrom > today ? 'scheduled' : isInForce(one, today) ? 'inForce' : 'past',
      changes: before === undefined ? [] : diffItems(before, one).map(changeView),
    };
  });
}

/** What one applicant would need, by example answers; and what every discretion table says of them. */
export function situationOutcome(
  item: ServiceItem,
  answers: Answers,
): Result<SituationOutcome, { readonly field: string; readonly message: string }> {
  const found = situate(item, answers, evaluateCondition);
  if (!found.ok) return refuse(found.error);
  const { materials, fees, statutory, promised, steps, unanswered } = found.value;
  return ok({
    materials: materials.map(({ name }) => name),
    fees: fees.map(({ name, standard }) => `${name} ${standard}`),
    statutory: limitWords(statutory),
    promised: limitWords(promised),
    steps: steps.map(({ name }) => name),
    unanswered: unanswered.map(({ label }) => label),
    tables: (item.discretion ?? []).map((table) => {
      const decided = decideTable(table, answers, tableFeel);
      return {
        name: table.name,
        words: decided.ok ? rowsInWords(decided.value.rows, table.outputs) : outside(decided.error),
      };
    }),
  });
}

function limitWords({ count, unit }: Limit): { readonly zh: string; readonly en: string } {
  const { zh, en } = limitUnits[unit];
  return { zh: `${String(count)}${zh}`, en: `${String(count)} ${en}(s)` };
}

function rowsInWords(
  rows: readonly Readonly<Record<string, string | number | boolean>>[],
  outputs: readonly { readonly id: string; readonly label: string }[],
): { readonly zh: string; readonly en: string } {
  const text = rows
    .map((row) => outputs.map(({ id, label }) => `${label} ${String(row[id] ?? '')}`).join('，'))
    .join('；');
  return { zh: text, en: text };
}

function outside(error: { readonly code: string; readonly message?: string; readonly where?: string }): {
  readonly zh: string;
  readonly en: string;
} {
  const detail = error.message === undefined ? '' : ` ${error.where ?? ''} ${error.message}`;
  return {
    zh: `表外：${error.code}${detail}，超出裁量标准的决定须说明理由`,
    en: `Outside the table: ${error.code}${detail}; a decision outside it needs a reason`,
  };
}
