import type { PaperText } from '@yimen/core/documents';
import type { Day } from '@yimen/kernel';
import { plainSheet, type DemoCa, type Press } from './platform/documents/index.ts';
import type { FileStore } from './platform/files/index.ts';
import type { Shell } from './platform/shell.ts';

export interface SigningParts {
  readonly shell: Shell;
  readonly files: FileStore;
  readonly press: Press;
  readonly ca: Pick<DemoCa, 'signerFor'>;
}

interface Signing {
  readonly on: Day;
  readonly issuer: string;
  /** Shown by readers of the file. */
  readonly reason: string;
  /** The centre's seal that is drawn on it; a report without legal effect bears none. */
  readonly seal?: string;
}

/** A paper of the centre's own with its electronic signature, kept; its digest. The same words are the same unsigned bytes. */
export async function signByCentre(parts: SigningParts, paper: PaperText, signing: Signing): Promise<string> {
  const { shell, press, ca, files } = parts;
  const { on, issuer, reason, seal } = signing;
  const drawn = seal === undefined ? {} : { seal: { holder: issuer, use: seal, demonstration: shell.demo } };
  const rendered = await press.renderSheet({ ...plainSheet(paper, on, shell.demo), ...drawn });
  const signer = await ca.signerFor({ id: 'supervision', name: issuer });
  const signed = await press.signPaper(rendered, { signer, at: shell.now(), reason, location: issuer });
  return files.put(signed.pdf);
}
