import { fact, type GuideSection } from './fact.ts';
import type { GuideDetail, GuideFacts } from './facts.ts';
import { basisText, levelNames, materialText, type Speech } from './words.ts';

/** Which item this is, whose, of which version. */
export function itemSection(facts: GuideFacts, speech: Speech): GuideSection {
  const { say } = speech;
  const { codes, detail } = facts;
  const code = codes.implementation ?? codes.basic ?? codes.local;
  return {
    id: 'item',
    title: say('基本信息', 'The item'),
    numbered: false,
    facts: [
      fact('item.authority', say('实施机关', 'Authority'), facts.authorityName),
      fact('item.kind', say('事项类型', 'Kind'), facts.kindName),
      fact('item.level', say('行使层级', 'Level'), levelText(facts, speech)),
      ...(code === undefined ? [] : [fact('item.code', say('事项编码', 'Code'), code)]),
      ...(detail === undefined ? [] : bodies(facts, detail, speech)),
      ...(facts.sourceUrl === undefined ? [] : [fact('item.source', say('来源', 'Source'), facts.sourceUrl)]),
      fact('item.version', say('版本', 'Version'), versionText(facts, speech)),
    ],
  };
}

const levelText = ({ level }: GuideFacts, { of }: Speech): string => {
  const words = levelNames.get(level);
  return words === undefined ? level : of(words);
};

const versionText = ({ version, effectiveFrom }: GuideFacts, { say }: Speech): string =>
  say(`第 ${String(version)} 版，自 ${effectiveFrom} 起施行`, `${String(version)}, in force since ${effectiveFrom}`);

function bodies({ handling }: GuideFacts, detail: GuideDetail, { say }: Speech): GuideSection['facts'] {
  const { serves, entrustment, jointBodies = [] } = detail;
  const served = serves.map((who) =>
    who === 'naturalPerson' ? say('自然人', 'persons') : say('法人和其他组织', 'organisations'),
  );
  const kind = handling === 'instant' ? say('即办件', 'done on the spot') : say('承诺件', 'within a promised time');
  return [
    fact('item.serves', say('服务对象', 'For'), served.join(say('、', ', '))),
    fact('item.handling', say('办件类型', 'Handling'), kind),
    ...(entrustment === undefined
      ? []
      : [
          fact(
            'item.entrustment',
            say('委托实施', 'Entrusted'),
            say(
              `${entrustment.agent}受${entrustment.principal}委托，以其名义实施`,
              `${entrustment.agent} for ${entrustment.principal}, in its name`,
            ),
            [say('依据：', 'Basis: ') + entrustment.basis],
          ),
        ]),
    ...(jointBodies.length === 0 ? [] : [fact('item.joint', say('联办机构', 'Together with'), jointBodies.join('、'))]),
  ];
}

export function basisSection(_facts: GuideFacts, { bases }: GuideDetail, speech: Speech): GuideSection {
  return {
    id: 'basis',
    title: speech.say('办理依据', 'Legal basis'),
    numbered: true,
    facts: bases.map((basis, at) =>
      fact(`basis.${String(at + 1)}`, '', basisText(basis, speech), basis.text === undefined ? [] : [basis.text]),
    ),
  };
}

export function conditionSection(_facts: GuideFacts, { conditions }: GuideDetail, { say }: Speech): GuideSection {
  return {
    id: 'conditions',
    title: say('办理条件', 'Conditions'),
    numbered: true,
    facts: conditions.map((condition, at) => fact(`conditions.${String(at + 1)}`, '', condition)),
  };
}

export function quantitySection(_facts: GuideFacts, { quantityLimit }: GuideDetail, { say }: Speech): GuideSection {
  return {
    id: 'quantity',
    title: say('数量限制', 'Quantity limit'),
    numbered: false,
    facts: [fact('quantity.limit', '', quantityLimit ?? say('没有数量限制', 'No limit of quantity'))],
  };
}

export function materialSection(_facts: GuideFacts, detail: GuideDetail, speech: Speech): GuideSection {
  const { say } = speech;
  return {
    id: 'materials',
    title: say('申请材料', 'Materials'),
    numbered: true,
    facts: detail.materials.map((material) =>
      fact(`materials.${material.id}`, material.name, materialText(material, detail, speech), [
        say('依据：', 'Basis: ') + material.basis,
        ...material.acceptanceRules,
        ...(material.fillNotes === undefined ? [] : [say('填报须知：', 'How to fill it in: ') + material.fillNotes]),
      ]),
    ),
  };
}

/** 申请书示范文本: what the form asks, page by page, so that nobody begins without it. */
export function formSection({ name }: GuideFacts, { form }: GuideDetail, { say }: Speech): GuideSection {
  return {
    id: 'form',
    title: say(`申请表要填什么（《${name}申请表》示范）`, 'What the application form asks'),
    numbered: false,
    facts: form.map(({ id, title, questions }) =>
      fact(
        `form.${id}`,
        title,
        questions
          .map(({ label, required, hint }) => {
            const optional = required ? '' : say('（选填）', ' (optional)');
            return label + optional + (hint === undefined ? '' : say(`（${hint}）`, ` (${hint})`));
          })
          .join(say('、', ', ')),
      ),
    ),
  };
}
