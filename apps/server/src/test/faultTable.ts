/** Faults of P13 that are made in tests, and what is seen of each. The tests are named by this table, and docs/faults.md is written from it. */
interface Fault {
  readonly fault: readonly [zh: string, en: string];
  /** What the test asserts; its name. */
  readonly seen: string;
  readonly where: string;
}

const faults = {
  databaseKilled: {
    fault: ['数据库被杀', 'PostgreSQL killed under load'],
    seen: 'every act is answered, done or 503 with words and Retry-After; it heals by itself, and no half of an act is there',
    where: 'faults.test.ts',
  },
  databaseFull: {
    fault: ['数据库磁盘写满', 'disk of the database full'],
    seen: 'acts are 503 with words and Retry-After, nothing else; it works again within 30 s of there being room, and no half of an act is there',
    where: 'faultsOutside.test.ts',
  },
  storeReadOnly: {
    fault: ['文件库不可写', 'file store not writable'],
    seen: 'an upload is refused with words, acts without files go on, and it works again at once',
    where: 'faults.test.ts',
  },
  storeFull: {
    fault: ['文件库磁盘写满', 'disk of the file store full'],
    seen: 'an upload is refused with words, nothing half written stays, and it works again',
    where: 'faults.test.ts',
  },
  scannerDown: {
    fault: ['查毒服务不应答', 'clamd does not answer'],
    seen: 'nothing is taken and nothing kept; then it is taken again',
    where: 'modules/casework/uploads.test.ts',
  },
  mailDown: {
    fault: ['邮件服务器不应答', 'mail server does not answer'],
    seen: 'acts go on and are signed, the mail waits with its problem in words, and is sent once when the server answers',
    where: 'faultsOutside.test.ts',
  },
  portTaken: {
    fault: ['端口被占用', 'port taken'],
    seen: 'the server says which and how to choose another, and makes no database',
    where: 'faults.test.ts',
  },
  clocksApart: {
    fault: ['本机与数据库时钟相差两秒以上', 'clocks of machine and database more than 2 s apart'],
    seen: 'doctor fails',
    where: 'faults.test.ts',
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof faults;

/** The name of the test of a fault. */
export const seenOf = (name: FaultName): string => faults[name].seen;

/** docs/faults.md. */
export function faultDocument(): string {
  const rows = Object.values(faults).map(
    ({ fault: [zh, en], seen, where }) => `| ${zh} / ${en} | ${seen} | \`${where}\` |`,
  );
  return [
    '# 故障表（P13） / Faults',
    '',
    '由 `npm run docs:refusals` 从测试所用的表生成，请勿手改。 Made by `npm run docs:refusals` from the table that names the tests; do not edit.',
    '磁盘写满只在可以挂载小磁盘处测试，否则测试名为 NOT TESTED。 A full disk is tested only where root may mount a small one; elsewhere the test is called NOT TESTED.',
    '短信网关尚未接入，无从测试。 There is no gateway for text messages yet, so there is nothing to test.',
    '',
    '| 故障 / fault | 测试所见 / what the test sees | 测试 / test in `apps/server/src` |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
