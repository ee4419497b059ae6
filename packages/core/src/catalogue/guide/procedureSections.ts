import { fact, type GuideFact, type GuideSection } from './fact.ts';
import type { GuideDetail, GuideFacts, GuideSpecial, GuideStep, GuideVariant } from './facts.ts';
import { conditionText, limitText, startText, type Speech } from './words.ts';

const days = (count: number, { say }: Speech): string =>
  say(`${String(count)} 个工作日`, `${String(count)} working day${count === 1 ? '' : 's'}`);

/** From receipt to delivery; the skeleton is the law's, the steps between are the item's. */
export function procedureSection(_facts: GuideFacts, detail: GuideDetail, speech: Speech): GuideSection {
  const { say } = speech;
  const { limits } = detail;
  const within = (limit: typeof limits.acceptance): string => limitText(limit, speech);
  return {
    id: 'procedure',
    title: say('办理程序', 'Procedure'),
    numbered: true,
    facts: [
      fact(
        'procedure.acceptance',
        say('收件与受理', 'Receipt and acceptance'),
        say(`${within(limits.acceptance)}内`, `within ${within(limits.acceptance)}`),
      ),
      ...detail.steps.map((step) => stepFact(step, detail, speech)),
      ...(detail.legalReview ? [fact('procedure.legalReview', say('法制审核', 'Legal review'), '')] : []),
      ...(detail.meeting ? [fact('procedure.meeting', say('集体讨论', 'Deliberation'), '')] : []),
      fact('procedure.decision', say('决定、签批、盖章', 'Decision, signature and seal'), ''),
      fact(
        'procedure.delivery',
        say('送达', 'Delivery'),
        say(`${within(limits.delivery)}内`, `within ${within(limits.delivery)}`),
      ),
    ],
  };
}

function stepFact(step: GuideStep, detail: GuideDetail, speech: Speech): GuideFact {
  const { say } = speech;
  const { parallel, condition } = step;
  const side = parallel === undefined ? [] : [`${say('同步进行', 'side by side')} ${parallel}`];
  const only = condition === undefined ? [] : [say('仅当：', 'only if: ') + conditionText(condition, detail)];
  return fact(
    `procedure.${step.id}`,
    step.name,
    [step.authorityName, days(step.limitDays, speech), ...side, ...only].filter((part) => part !== '').join(' · '),
  );
}

/** Clock-stops are seen before applying (特别程序, Art. 45). */
export function specialSection(_facts: GuideFacts, { specialProcedures }: GuideDetail, speech: Speech): GuideSection {
  const { say } = speech;
  return {
    id: 'special',
    title: say('特别程序所需时间', 'Special procedures'),
    numbered: false,
    facts:
      specialProcedures.length === 0
        ? [fact('special.none', '', say('没有另外占用时间的特别程序', 'No special procedure takes extra time'))]
        : specialProcedures.map((special) => specialFact(special, speech)),
  };
}

function specialFact(special: GuideSpecial, speech: Speech): GuideFact {
  const { say, of } = speech;
  const counted = (stops: boolean): string => (stops ? say('不计入', 'not counted') : say('计入', 'counted'));
  return fact(
    `special.${special.procedure}`,
    of(special.name),
    [
      say(`需 ${days(special.plannedDays, speech)}`, `takes ${days(special.plannedDays, speech)}`),
      say('法定时限', 'in the statutory limit ') + counted(special.stopsStatutory),
      say('承诺时限', 'in the promised limit ') + counted(special.stopsPromise),
    ].join(' · '),
    [say('依据：', 'Basis: ') + special.basis],
  );
}

/** What is promised and what the law commands, together; then what happens if they stay silent. */
export function limitSection(facts: GuideFacts, detail: GuideDetail, speech: Speech): GuideSection {
  const { say } = speech;
  const { limits, promisedNote, statutoryNote } = detail;
  const { promised, statutory, acceptance, extension } = limits;
  const figure = facts.handling === 'instant' ? say('当场办结', 'on the spot') : limitText(promised, speech);
  const silent = say(
    '逾期不告知，自收到材料之日起即为受理',
    'if they stay silent, your case counts as accepted from the day of receipt',
  );
  return {
    id: 'limits',
    title: say('办理时限', 'Limits'),
    numbered: false,
    facts: [
      fact('limits.promised', say('承诺办结时限', 'Promised'), figure, noted(promisedNote)),
      fact('limits.statutory', say('法定办结时限', 'By law'), limitText(statutory, speech), [
        startText(statutory, speech),
        statutory.basis,
        ...noted(statutoryNote),
      ]),
      fact('limits.acceptance', say('材料不全时一次告知', 'Told once what is missing'), limitText(acceptance, speech), [
        silent,
        acceptance.basis,
      ]),
      ...(extension === undefined
        ? []
        : [
            fact('limits.extension', say('最多可以延长', 'May be extended by'), limitText(extension, speech), [
              say('须经批准并书面说明理由', 'only with approval and reasons given in writing'),
              extension.basis,
            ]),
          ]),
      ...detail.limitVariants.map((variant) => variantFact(variant, detail, speech)),
    ],
  };
}

const noted = (note: string | undefined): readonly string[] => (note === undefined ? [] : [note]);

function variantFact({ id, when, statutory, promised }: GuideVariant, detail: GuideDetail, speech: Speech): GuideFact {
  const { say } = speech;
  const law = statutory === undefined ? [] : [say('法定 ', 'by law ') + limitText(statutory, speech)];
  const promise = promised === undefined ? [] : [say('承诺 ', 'promised ') + limitText(promised, speech)];
  return fact(
    `limits.variant.${id}`,
    say('另有时限', 'Another limit'),
    [say('仅当：', 'only if: ') + conditionText(when, detail), ...promise, ...law].join(' · '),
    statutory === undefined ? [] : [statutory.basis],
  );
}
