import { crc32 } from 'node:zlib';
import { dayOf, millisOf, type Instant } from '@yimen/kernel';

export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04_03_4b_50;
const CENTRAL = 0x02_01_4b_50;
const END = 0x06_05_4b_50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** Names are UTF-8. */
const UTF8 = 0x08_00;
const VERSION = 20;

/** An archive of files as they are, not packed: the same files at the same instant are the same bytes. Under 4 GiB. */
export function zipOf(files: readonly ZipFile[], at: Instant): Uint8Array {
  const stamp = dosTime(at);
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const named = Buffer.from(name, 'utf8');
    const common = commonOf(bytes, named.length, stamp);
    const local = Buffer.alloc(LOCAL_BYTES);
    local.writeUInt32LE(LOCAL, 0);
    common.copy(local, 4);
    locals.push(local, named, Buffer.from(bytes));
    const central = Buffer.alloc(CENTRAL_BYTES);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(VERSION, 4);
    common.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    centrals.push(central, named);
    offset += LOCAL_BYTES + named.length + bytes.length;
  }
  const directory = Buffer.concat(centrals);
  return new Uint8Array(Buffer.concat([...locals, directory, endOf(files.length, directory.length, offset)]));
}

/** Version to the length of the extra field: the same in both records. */
function commonOf(bytes: Uint8Array, name: number, { time, date }: ReturnType<typeof dosTime>): Buffer {
  const common = Buffer.alloc(LOCAL_BYTES - 4);
  common.writeUInt16LE(VERSION, 0);
  common.writeUInt16LE(UTF8, 2);
  common.writeUInt16LE(time, 6);
  common.writeUInt16LE(date, 8);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(bytes.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(name, 22);
  return common;
}

function endOf(files: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** Beijing wall-clock time as archives keep it, to two seconds. */
function dosTime(at: Instant): { readonly time: number; readonly date: number } {
  const [year = 0, month = 0, day = 0] = dayOf(at).split('-').map(Number);
  const seconds = Math.floor((millisOf(at) / 1000 + 8 * 3600) % 86_400);
  const time = (Math.floor(seconds / 3600) << 11) | (Math.floor((seconds % 3600) / 60) << 5) | ((seconds % 60) >> 1);
  return { time, date: ((year - 1980) << 9) | (month << 5) | day };
}
