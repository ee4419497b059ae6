import { z } from 'zod';
import { parseVerifierKey, type VerifierKey } from './checkpoint/index.ts';

/** Where checkpoints of the ledger go, whose this installation keeps, and where the signing key lies. */
export interface WitnessSettings {
  /** Folder of the signing key and the last note; the data folder's `keys` without it. */
  readonly keyFolder: string | undefined;
  readonly folder: string | undefined;
  readonly mail: { readonly smtp: string; readonly from: string; readonly to: string } | undefined;
  readonly others: readonly { readonly url: string; readonly key: VerifierKey }[];
  /** The logs we vouch for. */
  readonly logs: readonly VerifierKey[];
}

export const WITNESS_HELP = `  CHECKPOINT_KEYS   检查点签名密钥所在目录，默认数据目录下 keys / folder of the key that signs checkpoints
  WITNESS_FOLDER    存放检查点的目录，最好在另一台机器上 / folder for checkpoints, better on another machine
  WITNESS_MAIL      接收检查点的邮箱；另需 SMTP_URL / mailbox for checkpoints; needs SMTP_URL too
  SMTP_URL          邮件服务器 smtps://用户:密码@主机:端口 / mail server; MAIL_FROM 发件人 / the sender
  WITNESS_YIMEN     作见证的其他一门：网址|公钥，逗号分隔 / other Yimen that witness: URL|KEY, separated by commas
  WITNESS_FOR       本系统为之见证的日志公钥，逗号分隔 / keys of the logs this one is a witness for
`;

const FORM = 'must be NAME+HASH+KEY';
const keys = z.string().transform((text, context) => text.split(',').map((one) => keyIn(one, context)));
const others = z.string().transform((text, context) =>
  text.split(',').map((one) => {
    const [address = '', key = ''] = one.split('|');
    const url = z.url({ protocol: /^https?$/ }).safeParse(address.trim());
    if (!url.success) context.addIssue('must be URL|NAME+HASH+KEY');
    return { url: address.trim().replace(/\/+$/, ''), key: keyIn(key, context) };
  }),
);

function keyIn(text: string, context: { readonly addIssue: (words: string) => void }): VerifierKey {
  const key = parseVerifierKey(text);
  if (key === undefined) context.addIssue(FORM);
  return key ?? { name: '', id: '', publicKey: new Uint8Array(), text: '' };
}

export const witnessShape = {
  CHECKPOINT_KEYS: z.string().optional(),
  WITNESS_FOLDER: z.string().optional(),
  WITNESS_MAIL: z.email('must be an address').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://host:port' }).optional(),
  MAIL_FROM: z.email('must be an address').optional(),
  WITNESS_YIMEN: others.optional(),
  WITNESS_FOR: keys.optional(),
};

type Values = z.infer<z.ZodObject<typeof witnessShape>>;

/** Mail goes out only when address and server are both there. */
export function witnessSettings(values: Values): WitnessSettings {
  const { WITNESS_MAIL: to, SMTP_URL: smtp, MAIL_FROM: from } = values;
  return {
    keyFolder: values.CHECKPOINT_KEYS,
    folder: values.WITNESS_FOLDER,
    mail: to === undefined || smtp === undefined ? undefined : { smtp, to, from: from ?? to },
    others: values.WITNESS_YIMEN ?? [],
    logs: values.WITNESS_FOR ?? [],
  };
}
