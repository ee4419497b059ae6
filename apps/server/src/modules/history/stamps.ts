import { dayNumber, parseDay } from '@yimen/kernel';
import { UnreadableLog } from './problem.ts';

export interface Stamp {
  readonly at: number;
  readonly offset: number;
}

const SHAPE = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?$/;
const DAY = 86_400_000;
/** Summer time moves a clock by an hour; what lies further apart is another place. */
const SUMMER = 60;

/** Minutes ahead of UTC of `+08:00`, `+0800` or `Z`; nothing where it is no offset. */
export function offsetOf(text: string): number | undefined {
  if (text === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  if (Number.isNaN(size) || size > 14 * 60 || Number(minutes) > 59) return undefined;
  return sign === '-' ? -size : size;
}

interface Wall {
  readonly millis: number;
  readonly zone: string | undefined;
}

function wallOf(text: string): Wall | undefined {
  const [, on, hours, minutes, seconds, fraction, zone] = SHAPE.exec(text.trim()) ?? [];
  const day = parseDay(on ?? '');
  if (!day.ok || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  const time = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1000;
  return { millis: dayNumber(day.value) * DAY + time + Number((fraction ?? '').padEnd(3, '0').slice(0, 3)), zone };
}

/**
 * Reads the timestamps of one log. `zone` is for logs whose timestamps name none. Throws {@link UnreadableLog} on what is no
 * timestamp and as soon as the log mixes zones: hours and days of such a log would mean nothing.
 */
export function stampReader(zone: string | undefined): (text: string, line: number) => Stamp {
  const told = zone === undefined ? undefined : offsetOf(zone);
  let named: boolean | undefined;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return (text, line) => {
    const seen = wallOf(text);
    const offset = seen?.zone === undefined ? told : offsetOf(seen.zone);
    if (seen === undefined || (seen.zone !== undefined && offset === undefined)) {
      throw new UnreadableLog({ code: 'bad_timestamp', line, detail: text.slice(0, 60) });
    }
    const names = seen.zone !== undefined;
    if (named !== undefined && named !== names) throw new UnreadableLog({ code: 'mixed_zones', line, detail: text });
    if (offset === undefined) throw new UnreadableLog({ code: 'no_zone', line, detail: text });
    named = names;
    [least, most] = [Math.min(least, offset), Math.max(most, offset)];
    if (most - least > SUMMER) throw new UnreadableLog({ code: 'mixed_zones', line, detail: text });
    return { at: seen.millis - offset * 60_000, offset };
  };
}
