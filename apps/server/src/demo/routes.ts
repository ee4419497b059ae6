import { DemoState } from '@yimen/contract';
import { countyStaff, demoPassword, demoTotpPeople, demoTotpSecret, people, shownAccounts } from '@yimen/demo';
import { dayOf, type Instant } from '@yimen/kernel';
import { z } from 'zod';
import { totpCode } from '../modules/people/index.ts';
import type { App } from '../platform/http/index.ts';
import type { Shell } from '../platform/shell.ts';
import type { DemoClock } from './clock.ts';

const Advance = z.object({ days: z.int().min(1).max(400) });
const tags = ['demo'];

/**
 * The labelled time control and the list of demonstration accounts. These routes are added only where there is a
 * demonstration's clock; elsewhere the addresses are unknown. `moved` lets timers look at once.
 */
export function demoRoutes(
  { realNow }: Pick<Shell, 'realNow'>,
  clock: DemoClock,
  moved: () => void,
): (app: App) => void {
  return (app) => {
    app.get(
      '/api/v1/demo',
      {
        config: { policy: 'public' },
        schema: { tags, summary: '演示状态 / the demonstration', response: { 200: DemoState } },
      },
      () => ({ today: dayOf(clock.now()), accounts: demoAccounts(realNow()) }),
    );
    app.post(
      '/api/v1/demo/advance',
      {
        config: { policy: 'public', rateLimit: { max: 60, timeWindow: 60_000 } },
        schema: { tags, summary: '推进演示时间 / move time on', body: Advance, response: { 200: DemoState } },
      },
      (request) => advance(clock, moved, request.body.days),
    );
  };
}

async function advance(clock: DemoClock, moved: () => void, days: number): Promise<DemoState> {
  const now = await clock.advance(days);
  moved();
  return { today: dayOf(now) };
}

/**
 * What the sign-in page of the demonstration shows: the same few as are printed at the start. Where the account has a
 * second factor its present code is shown too, for its secret is published.
 */
export function demoAccounts(at: Instant) {
  const code = totpCode(demoTotpSecret, at);
  const names = new Map<string, string>([...people, ...countyStaff.people].map(({ id, name }) => [id, name]));
  return shownAccounts.map(({ userName, person, shows }) => ({
    username: userName,
    name: names.get(person) ?? userName,
    shows,
    password: demoPassword,
    ...(demoTotpPeople.includes(person) ? { code } : {}),
  }));
}
