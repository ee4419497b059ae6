import type { DecisionTable } from '../discretion.ts';
import { fact, type GuideSection, type GuideSheet } from './fact.ts';
import type { GuideDetail, GuideFacts, GuideStep } from './facts.ts';
import { guideSheet } from './sheet.ts';
import { limitText, speechOf, type Speech } from './words.ts';

/** What a department's own book has beyond the public guide. */
export interface ManualParts {
  readonly discretion: readonly DecisionTable[];
  /** Names of the papers the item is handled with. */
  readonly templates: readonly string[];
}

/** 业务手册: the guide as the public reads it, then posts, criteria, risk points and papers. */
export function manualSheet(
  facts: GuideFacts & { readonly detail: GuideDetail },
  { discretion, templates }: ManualParts,
  language: 'zh' | 'en',
): GuideSheet {
  const speech = speechOf(language);
  const { title, sections } = guideSheet(facts, language);
  const own = [
    postSection(facts.detail, speech),
    criteriaSection(discretion, speech),
    riskSection(facts.detail, speech),
    templateSection(templates, speech),
  ];
  return { title, sections: [...sections, ...own.filter((section) => section.facts.length > 0)] };
}

const duties = {
  examination: { zh: '审核', en: 'examination' },
  approval: { zh: '审批', en: 'approval' },
  consultation: { zh: '征求意见', en: 'consultation' },
} as const;

function postSection({ steps, limits }: GuideDetail, speech: Speech): GuideSection {
  const { say, of } = speech;
  const atWindow = say('综合窗口', 'the window');
  const text = ({ authorityName, duty, limitDays }: GuideStep): string =>
    [
      authorityName,
      of(duties[duty]),
      say(`${String(limitDays)} 个工作日内完成`, `within ${String(limitDays)} working days`),
    ].join(' · ');
  return {
    id: 'posts',
    title: say('岗位、职责和环节时限', 'Posts, duties and limits of each step'),
    numbered: true,
    facts: [
      fact(
        'posts.window',
        say('收件与受理', 'Receipt and acceptance'),
        `${atWindow} · ${limitText(limits.acceptance, speech)}`,
        [say('材料不齐的，一次告知全部补正内容', 'what is missing is told once, all of it')],
      ),
      ...steps.map((step) => fact(`posts.${step.id}`, step.name, text(step))),
      fact(
        'posts.sign',
        say('签批', 'Signature'),
        say('首席代表（依授权书）', 'the chief representative, as authorised'),
        [say('审核人与审批人不得为同一人', 'examiner and approver are two people')],
      ),
      fact('posts.seal', say('用印与送达', 'Seal and service'), say('出件窗口', 'the delivery window'), [
        limitText(limits.delivery, speech),
      ]),
    ],
  };
}

function criteriaSection(tables: readonly DecisionTable[], { say }: Speech): GuideSection {
  return {
    id: 'criteria',
    title: say('裁量标准', 'Discretion criteria'),
    numbered: false,
    facts: tables.flatMap(({ id, name, inputs, outputs, rules }) =>
      rules.map((rule, at) => {
        const when = inputs.flatMap(({ label }, place) => {
          const test = rule.when[place] ?? '-';
          return test === '-' ? [] : [`${label} ${test}`];
        });
        const then = outputs.map(({ label }, place) => `${label} ${rule.then[place] ?? ''}`);
        const always = say('任何情形', 'in any case');
        const text = `${when.length === 0 ? always : when.join(say('，且 ', ' and '))} → ${then.join(say('，', ', '))}`;
        return fact(
          `criteria.${id}.${rule.id}`,
          `${name} ${String(at + 1)}`,
          text,
          rule.note === undefined ? [] : [rule.note],
        );
      }),
    ),
  };
}

function riskSection({ steps }: GuideDetail, { say }: Speech): GuideSection {
  return {
    id: 'risks',
    title: say('廉政风险点', 'Integrity risk points'),
    numbered: true,
    facts: steps.flatMap(({ id, name, integrityRiskPoint }) =>
      integrityRiskPoint === undefined ? [] : [fact(`risks.${id}`, name, integrityRiskPoint)],
    ),
  };
}

function templateSection(templates: readonly string[], { say }: Speech): GuideSection {
  return {
    id: 'templates',
    title: say('使用的文书', 'Papers used'),
    numbered: true,
    facts: templates.map((name, at) => fact(`templates.${String(at + 1)}`, '', name)),
  };
}
