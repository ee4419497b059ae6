import { dayOf, type Instant } from '@yimen/kernel';
import type { PersonId } from '../people/index.ts';
import { conditionWords } from './conditionWords.ts';
import { readCondition } from './expression.ts';
import { signalMeasures } from './measures.ts';
import { rungsOf } from './ladder.ts';
import {
  ruleSetOn,
  type ClockRule,
  type Family,
  type Level,
  type RuleSet,
  type SignalRule,
  type Words,
} from './rule.ts';
import { isCaseSignal, sightings, type Scene } from './signals/index.ts';
import type { Measures } from './expression.ts';
import type { Reading, Story } from './story.ts';
import { watchedOf, type Watched } from './watched.ts';

/** A rule that held: everything a card must show. */
export interface Finding {
  /** Unique within what it is about: one card, however often it is found. */
  readonly key: string;
  readonly rule: string;
  readonly ruleSet: string;
  readonly family: Family;
  readonly level: Level;
  readonly subject: string;
  readonly about: Words;
  /** Since when it is so: the rung of the clock, or the entry. */
  readonly at: Instant;
  /** How it was reckoned, in sentences. */
  readonly working: readonly Words[];
  /** Revisions of the entries it rests on. */
  readonly evidence: readonly number[];
  readonly responsible: readonly PersonId[];
  /** The step it is of, where it is of one. */
  readonly step?: string;
}

/** A rung that is reached or will be, with the finding it makes. */
export interface Coming {
  readonly at: Instant;
  readonly finding: Finding;
}

function comingOf(rule: ClockRule, watched: Watched, set: RuleSet, reading: Reading): readonly Coming[] {
  return rungsOf(rule, watched, set, reading).map(({ level, at, working }) => ({
    at,
    finding: {
      key: `${rule.code}|${watched.subject}|${level}`,
      rule: rule.code,
      ruleSet: set.code,
      family: rule.family,
      level,
      subject: watched.subject,
      about: watched.name,
      at,
      working,
      evidence: watched.evidence,
      responsible: watched.responsible,
      ...(watched.step === undefined ? {} : { step: watched.step }),
    },
  }));
}

/**
 * Every rung of every running clock, reached and to come, by the rules in force today; earliest first. Those at or before
 * `now` are findings; the first after it is when this case must be looked at again. O(clocks × rungs), whatever the history.
 */
export function ahead(story: Story, sets: readonly RuleSet[], reading: Reading): readonly Coming[] {
  const set = ruleSetOn(sets, dayOf(reading.now));
  if (set === undefined) return [];
  const watched = watchedOf(story, reading);
  const coming = set.rules.flatMap((rule) =>
    rule.kind === 'clock'
      ? watched.filter(({ kind }) => kind === rule.clock).flatMap((one) => comingOf(rule, one, set, reading))
      : [],
  );
  return coming.toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}

/** What time alone has made so by `now`. */
export function overdueFindings(story: Story, sets: readonly RuleSet[], reading: Reading): readonly Finding[] {
  return ahead(story, sets, reading)
    .filter(({ at }) => at <= reading.now)
    .map(({ finding }) => finding);
}

/** When the case must be looked at next because of time; undefined when no clock runs. */
export function nextLook(story: Story, sets: readonly RuleSet[], reading: Reading): Instant | undefined {
  return ahead(story, sets, reading).find(({ at }) => at > reading.now)?.at;
}

/** Does the rule's condition hold for what was measured? A condition that cannot be read was refused when the set was published. */
export function holds(rule: SignalRule, measures: Measures): boolean {
  const condition = readCondition(rule.test, signalMeasures[rule.signal]);
  return condition.ok && condition.value.value(measures) === true;
}

/** What an entry itself shows: the case before it, after it, and the entry. */
export function entryFindings(scene: Scene, sets: readonly RuleSet[]): readonly Finding[] {
  const set = ruleSetOn(sets, dayOf(scene.entry.at));
  if (set === undefined) return [];
  return set.rules.flatMap((rule) => (rule.kind === 'signal' ? signalFindings(rule, scene, set) : []));
}

function signalFindings(rule: SignalRule, scene: Scene, set: RuleSet): readonly Finding[] {
  if (!isCaseSignal(rule.signal)) return [];
  return sightings(rule.signal, scene).flatMap((sighting) =>
    holds(rule, sighting.measures) ? [signalFinding(rule, set, { ...sighting, at: scene.entry.at })] : [],
  );
}

/** The rule's condition in words; one that cannot be read was refused when the set was published. */
export function conditionSaid({ test, signal }: SignalRule): Words {
  const read = readCondition(test, signalMeasures[signal]);
  return read.ok ? conditionWords(signal, read.value.said) : { zh: test, en: test };
}

/** The same as a sentence of a card. */
export function conditionOf(rule: SignalRule): Words {
  const { zh, en } = conditionSaid(rule);
  return { zh: `规则条件：${zh}。`, en: `The rule's condition: ${en}.` };
}

/** The finding of a signal rule that held, wherever it was seen. */
export function signalFinding(
  rule: SignalRule,
  set: RuleSet,
  seen: Pick<Finding, 'subject' | 'working' | 'evidence' | 'responsible' | 'at'>,
): Finding {
  return {
    key: `${rule.code}|${seen.subject}|${rule.level}`,
    rule: rule.code,
    ruleSet: set.code,
    family: rule.family,
    level: rule.level,
    subject: seen.subject,
    about: rule.name,
    at: seen.at,
    working: [...seen.working, conditionOf(rule)],
    evidence: seen.evidence,
    responsible: seen.responsible,
  };
}
