import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../../test/fixtures.ts';
import { signedInAs } from '../../test/handlers.ts';
import { openDesk } from '../../test/render.tsx';
import { testServer } from '../../test/setup.ts';

testServer(...signedInAs(session()));

/** jsdom has no server-sent events; this one lets the test speak for the server. */
class Line extends EventTarget {
  static readonly CLOSED = 2;
  static readonly opened: Line[] = [];
  readyState = 1;
  constructor() {
    super();
    Line.opened.push(this);
  }
  close(): void {
    this.readyState = Line.CLOSED;
  }
  tell(counts: object): void {
    this.dispatchEvent(new MessageEvent('counts', { data: JSON.stringify(counts) }));
  }
}

beforeEach(() => {
  Line.opened.length = 0;
  vi.stubGlobal('EventSource', Line);
});
afterEach(() => vi.unstubAllGlobals());

const counts = { waiting: 13, dueToday: 2, overdue: 1, at: '2026-03-02T01:06:00.000Z' };

describe('live counts', () => {
  it('change as the server tells them', async () => {
    openDesk('/queue');
    const shown = within(await screen.findByRole('navigation', { name: '实时待办数' }));
    await shown.findByRole('link', { name: '待办 12' });
    act(() => {
      Line.opened[0]?.dispatchEvent(new Event('open'));
      Line.opened[0]?.tell(counts);
    });
    expect(await shown.findByRole('link', { name: '待办 13' })).toBeTruthy();
    expect(shown.getByText('实时')).toBeTruthy();
  });

  it('open the line again after the server refused it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    openDesk('/queue');
    await screen.findByRole('navigation', { name: '实时待办数' });
    const [first] = Line.opened;
    act(() => {
      first?.close();
      first?.dispatchEvent(new Event('error'));
    });
    await vi.advanceTimersByTimeAsync(5_100);
    expect(Line.opened.length).toBe(2);
    vi.useRealTimers();
  });
});
