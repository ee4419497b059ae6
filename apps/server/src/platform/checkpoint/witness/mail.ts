import { createTransport } from 'nodemailer';
import { ok } from '@yimen/kernel';
import type { Witness } from './witness.ts';

export interface MailParts {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  readonly smtp: string;
  readonly from: string;
  readonly to: string;
}

const HOUR = 3_600_000;
const PATIENCE_MS = 15_000;

/** A mailbox of somebody else: once an hour, so that people keep reading it. */
export function mailWitness({ smtp, from, to }: MailParts): Witness {
  return {
    name: `mail ${to}`,
    everyMs: HOUR,
    take: async ({ origin, size, note }) => {
      const transport = createTransport({
        url: smtp,
        connectionTimeout: PATIENCE_MS,
        greetingTimeout: PATIENCE_MS,
        socketTimeout: PATIENCE_MS,
      });
      const attachments = [{ filename: `checkpoint-${String(size)}.note`, content: note, contentType: 'text/plain' }];
      const text = `请保存本邮件。以后可用附件证明记录没有被改动或截短。\nKeep this mail: its attachment proves later that the record was neither altered nor cut short.\n\n${note}`;
      try {
        await transport.sendMail({
          from,
          to,
          subject: `检查点 checkpoint ${origin} ${String(size)}`,
          text,
          attachments,
        });
      } finally {
        transport.close();
      }
      return ok({});
    },
  };
}
