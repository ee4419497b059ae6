import { fact, type GuideFact, type GuideSection } from './fact.ts';
import type { GuideDetail, GuideFacts, GuideFee } from './facts.ts';
import { basisText, conditionText, type Speech } from './words.ts';

export function feeSection(_facts: GuideFacts, detail: GuideDetail, speech: Speech): GuideSection {
  const { say } = speech;
  const { fees } = detail;
  return {
    id: 'fees',
    title: say('收费', 'Fees'),
    numbered: false,
    facts:
      fees.length === 0
        ? [
            fact(
              'fees.none',
              '',
              say('不收费（《行政许可法》第五十八条）', 'Free of charge (Administrative Licensing Law, Art. 58)'),
            ),
          ]
        : fees.map((fee, at) => feeFact(fee, `fees.${String(at + 1)}`, { detail, speech })),
  };
}

function feeFact(
  fee: GuideFee,
  id: string,
  { detail, speech }: { readonly detail: GuideDetail; readonly speech: Speech },
): GuideFact {
  const { say } = speech;
  const { condition, relief } = fee;
  return fact(id, fee.name, fee.standard, [
    say('依据：', 'Basis: ') + basisText(fee.basis, speech),
    ...(condition === undefined ? [] : [say('仅当：', 'only if: ') + conditionText(condition, detail)]),
    ...(relief === undefined ? [] : [say('减免：', 'relief: ') + `${relief.standard}（${relief.basis}）`]),
  ]);
}

export function resultSection(_facts: GuideFacts, { result }: GuideDetail, { say }: Speech): GuideSection {
  const years = result.validYears;
  const valid = years === undefined ? '' : say(`，有效期 ${String(years)} 年`, `, valid for ${String(years)} years`);
  return {
    id: 'result',
    title: say('办理结果', 'Result'),
    numbered: false,
    facts: [fact('result.name', '', result.name + valid)],
  };
}

export function intermediarySection(
  _facts: GuideFacts,
  { intermediaries = [] }: GuideDetail,
  { say }: Speech,
): GuideSection {
  return {
    id: 'intermediaries',
    title: say('中介服务', 'Intermediary services'),
    numbered: true,
    facts: intermediaries.map(({ name, basis, paidBy }, at) =>
      fact(
        `intermediaries.${String(at + 1)}`,
        name,
        paidBy === 'authority'
          ? say('行政机关付费', 'paid by the authority')
          : say('申请人付费', 'paid by the applicant'),
        [
          say('依据：', 'Basis: ') + basis,
          say('可以自行选择机构，任何机关不得指定', 'You choose the body freely; nobody may name one'),
        ],
      ),
    ),
  };
}

/** Where, when, whom to ask, where to complain. */
export function contactSection(_facts: GuideFacts, detail: GuideDetail, speech: Speech): GuideSection {
  const { say } = speech;
  const { service, modes } = detail;
  return {
    id: 'contact',
    title: say('在哪里办、问谁、向谁投诉', 'Where, whom to ask, where to complain'),
    numbered: false,
    facts: [
      fact('contact.place', say('地点', 'Place'), `${service.address} ${service.windows.join('、')}`.trim()),
      fact('contact.hours', say('时间', 'Hours'), service.hours),
      fact('contact.phone', say('咨询电话', 'Enquiries'), service.phone),
      fact('contact.complaint', say('投诉电话', 'Complaints'), service.complaintPhone),
      ...(modes === undefined ? [] : [modeFact(modes, speech), ...visitFact(modes, speech)]),
    ],
  };
}

const modeNames = [
  ['online', '网上申请', 'online'],
  ['express', '快递送达', 'by courier'],
  ['appointment', '预约办理', 'by appointment'],
  ['selfService', '自助终端', 'self-service machine'],
  ['sameCity', '同城通办', 'at any hall of the city'],
] as const;

/** Nobody may be held to one way of doing it (优化营商环境条例第三十七条): the window is always one. */
function modeFact(modes: NonNullable<GuideDetail['modes']>, { say }: Speech): GuideFact {
  const names = modeNames.filter(([name]) => modes[name] === true).map(([, zh, en]) => say(zh, en));
  return fact('contact.modes', say('办理方式', 'How'), [say('窗口', 'at the window'), ...names].join(say('、', ', ')));
}

function visitFact({ visits, visitReason }: NonNullable<GuideDetail['modes']>, { say }: Speech): readonly GuideFact[] {
  if (visits === undefined) return [];
  return [
    fact(
      'contact.visits',
      say('到现场次数', 'Visits needed'),
      say(`${String(visits)} 次`, String(visits)),
      visitReason === undefined ? [] : [visitReason],
    ),
  ];
}

/** 行政复议法第二十条、行政诉讼法第四十六条. */
export function remedySection(_facts: GuideFacts, { remedies }: GuideDetail, { say }: Speech): GuideSection {
  const { reconsiderationBody, court } = remedies;
  return {
    id: 'remedies',
    title: say('不服决定怎么办', 'If you disagree with the decision'),
    numbered: false,
    facts: [
      fact(
        'remedies.reconsideration',
        say('行政复议', 'Administrative reconsideration'),
        say(
          `可以自知道或者应当知道该决定之日起六十日内向${reconsiderationBody}申请`,
          `apply to ${reconsiderationBody} within sixty days of the day you knew or should have known`,
        ),
      ),
      fact(
        'remedies.court',
        say('行政诉讼', 'Administrative litigation'),
        say(
          `可以自知道或者应当知道该决定之日起六个月内向${court}起诉`,
          `sue at ${court} within six months of the day you knew or should have known`,
        ),
      ),
    ],
  };
}

export function questionSection(_facts: GuideFacts, { questions = [] }: GuideDetail, { say }: Speech): GuideSection {
  return {
    id: 'questions',
    title: say('常见问题', 'Questions people ask'),
    numbered: true,
    facts: questions.map(({ question, answer }, at) => fact(`questions.${String(at + 1)}`, question, answer)),
  };
}
