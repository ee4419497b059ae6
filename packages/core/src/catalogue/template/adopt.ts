import type { Day, Json } from '@yimen/kernel';
import type { AuthorityId, Jurisdiction } from '../../people/index.ts';
import type { ServiceItem } from '../item.ts';
import { effectOf } from '../diff/effect.ts';
import { isObject, readPath, toJson, writePath, type JsonObject } from '../jsonPaths.ts';
import { sameJson } from '../merge.ts';
import { isBetter, templateParts, type TemplateRole } from './parts.ts';

/** Where a template comes to be used: the hall and the department that carries it out there. */
export interface LocalSeat {
  readonly jurisdiction: Jurisdiction;
  readonly level: ServiceItem['level'];
  readonly authority: AuthorityId;
  readonly authorityName: string;
  readonly creditCode?: string;
  readonly service: ServiceItem['service'];
  readonly effectiveFrom: Day;
}

const LEVEL_DIGITS: Readonly<Record<ServiceItem['level'], string>> = {
  province: '2',
  city: '3',
  county: '4',
  town: '5',
  village: '6',
};

/**
 * The first draft of a lower hall from the template of the hall above: all of it, with the place, body and codes of the
 * hall itself. Who hears an appeal is left blank, so that the lint asks for it: nobody may guess it.
 */
export function adopt(template: ServiceItem, seat: LocalSeat): ServiceItem {
  const { effectiveTo: _ended, acceptedWarnings: _accepted, implementation = {}, ...rest } = template;
  const { lists: _lists, town: _town, village: _village, entrustment: _entrusted, ...facts } = implementation;
  const { jurisdiction, level, authority, authorityName, creditCode, service, effectiveFrom } = seat;
  const { parent: _parent, ...tree } = facts.tree ?? {};
  return {
    ...rest,
    jurisdiction,
    level,
    authority,
    service,
    effectiveFrom,
    version: 1,
    codes: codesOf(template, seat),
    remedies: { reconsiderationBody: '', court: '' },
    implementation: {
      ...facts,
      state: 'inForce',
      ...(facts.tree === undefined ? {} : { tree }),
      body: {
        ...facts.body,
        name: authorityName,
        ...(creditCode === undefined ? {} : { code: creditCode }),
      },
    },
  };
}

/** The basic code is the item's everywhere; the implementation code is made of it and of who carries it out. */
function codesOf({ codes: { basic } }: ServiceItem, { creditCode, level }: LocalSeat): ServiceItem['codes'] {
  if (basic === undefined) return {};
  return creditCode === undefined
    ? { basic }
    : { basic, implementation: `${creditCode}${LEVEL_DIGITS[level]}${basic}` };
}

/** The item as the template has it, with what is its own, what is local and what is better in it. */
export function underTemplate(template: ServiceItem, item: ServiceItem): JsonObject {
  const [whole, own] = [toJson(template), toJson(item)];
  return templateParts
    .filter(([path]) => !path.includes('*'))
    .reduce<JsonObject>(
      (made, [path, role]) => {
        const side = { before: readPath(whole, path), after: readPath(own, path) };
        if (sameJson(side.before, side.after)) return made;
        return writePath(made, path, keepsOwn(path, role, side) ? side.after : side.before);
      },
      isObject(whole) ? whole : {},
    );
}

interface Side {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

function keepsOwn(path: string, role: TemplateRole, side: Side): boolean {
  if (role === 'better') return isBetter({ field: path, effect: effectOf(path.split('.'), side), ...side });
  return role !== 'binding';
}
