import { NewItem, NewItemBegun } from '@yimen/contract';
import { changeRefusal, itemId as idOf, toJson, type ServiceItem } from '@yimen/core/catalogue';
import { notFound, refuseWith, staffOf, type App } from '../../platform/http/index.ts';
import { transact } from '../../platform/ledger/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { mayDraft, type DeskNeighbours } from './mayDraft.ts';
import { draftInvalid } from './refusals.ts';
import { basisOf, contentOf, saveDraft } from './drafts.ts';

const config = { policy: { roles: ['catalogueEditor', 'authorityHead'] } } as const;

/** The content of another item under a new id and name; codes and place in the lists are its own. */
function begunFrom(source: ServiceItem, id: string, name: string): ServiceItem {
  const { effectiveTo: _ended, implementation = {}, ...rest } = source;
  const { tree: _tree, lists: _lists, ...facts } = implementation;
  return { ...rest, id: idOf(id), name, version: 1, codes: {}, implementation: { ...facts, state: 'inForce' } };
}

/** Begins the draft of an item that is not on the list: for 新增, 承接, 拆分, 合并, 划入. */
export function newItemRoute(app: App, shell: Shell, near: DeskNeighbours): void {
  const schema = {
    tags: ['catalogue desk'],
    summary: '起草新事项 / begin a new item',
    body: NewItem,
    response: { 200: NewItemBegun },
  };
  app.post('/api/v1/desk/catalogue/items', { config, schema }, async (request, reply) => {
    const { itemId, name, from } = request.body;
    const staff = staffOf(request);
    const { jurisdiction, person } = staff;
    const source = await basisOf(shell.db, { jurisdiction, itemId: from });
    if (source === undefined) return notFound(request, reply);
    if (!(await mayDraft(near, staff, source.authority))) return refuseWith(reply, changeRefusal('item_not_own'));
    const key = { jurisdiction, itemId };
    if ((await basisOf(shell.db, key)) !== undefined)
      return refuseWith(reply, changeRefusal('change_exists', { field: 'itemId', about: [itemId] }));
    const content = begunFrom(contentOf(source), itemId, name);
    const saving = { key, revision: 0, content: toJson(content), by: person, at: shell.realNow() };
    const saved = await transact(shell.db, (tx) => saveDraft(tx, content, saving));
    if (!saved.ok) return refuseWith(reply, draftInvalid(saved.error));
    return reply.send({ itemId, revision: saved.value.draft.revision });
  });
}
