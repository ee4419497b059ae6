import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { instantFromMillis, millisOf, type Instant } from '@yimen/kernel';
import type { Crypto, SigningKey } from '../../crypto/provider.ts';
import { issueCertificate, type CertificateRequest, type DistinguishedName } from './certificate.ts';
import type { Signer } from './signer.ts';

export interface DemoCaParts {
  readonly crypto: Crypto;
  /** Where certificates are kept; keys are the crypto provider's business. */
  readonly folder: string;
  readonly now: () => Instant;
}

export interface DemoCa {
  /** DER, for whoever wants to check a paper's chain. */
  readonly certificate: Uint8Array;
  /** The signer of an authority or of the centre, made at its first use and the same ever after. `id`: letters, digits, `_`, `-`. */
  readonly signerFor: (holder: { readonly id: string; readonly name: string }) => Promise<Signer>;
}

/** In every subject, so that whoever opens the signature panel reads it. */
const DEMO_LABEL = '演示 DEMO — NOT FOR LEGAL USE';
const DAY = 86_400_000;
/** X.520 allows no longer common name. */
const COMMON_NAME_MAX = 64;
/** Long enough that a demonstration whose clock was moved ahead still signs within validity. */
const YEARS = 20;
const CA_KEY = 'demo-ca';
const CA_NAME: DistinguishedName = {
  country: 'CN',
  organization: 'Yimen 一门',
  organizationalUnit: DEMO_LABEL,
  commonName: `演示根证书 ${DEMO_LABEL}`,
};

/** The demonstration's own certificate authority: made at the first start, found again at every later one. */
export async function makeDemoCa(parts: DemoCaParts): Promise<DemoCa> {
  const issuerKey = await keyNamed(parts.crypto, CA_KEY);
  const issue = async (
    file: string,
    holder: Pick<CertificateRequest, 'subject' | 'subjectKey' | 'use'>,
  ): Promise<Uint8Array> => {
    const kept = await readIfThere(join(parts.folder, file));
    if (kept !== null) return kept;
    const made = await issueCertificate({
      ...holder,
      issuer: CA_NAME,
      issuerKey,
      ...validity(parts.now()),
      serial: parts.crypto.randomBytes(15),
      keyId: (publicKey) => Buffer.from(parts.crypto.sha256(publicKey).slice(0, 40), 'hex'),
    });
    await writeWhole(parts.folder, file, made);
    return new Uint8Array(made);
  };
  const certificate = await issue(`${CA_KEY}.der`, { subject: CA_NAME, subjectKey: issuerKey, use: 'authority' });
  const make = async ({ id, name }: { readonly id: string; readonly name: string }): Promise<Signer> => {
    const key = await keyNamed(parts.crypto, `seal-${id}`);
    const subject = {
      country: 'CN',
      organization: name,
      organizationalUnit: DEMO_LABEL,
      commonName: `${name}（演示 DEMO）`.slice(0, COMMON_NAME_MAX),
    };
    return {
      name: `${name}（演示）`,
      key,
      certificate: await issue(`seal-${id}.der`, { subject, subjectKey: key, use: 'seal' }),
      chain: [certificate],
    };
  };
  return { certificate, signerFor: oncePerHolder(make) };
}

/** Two papers asking at once for a new authority's signer must not make two keys. */
function oncePerHolder(make: DemoCa['signerFor']): DemoCa['signerFor'] {
  const made = new Map<string, Promise<Signer>>();
  return (holder) => {
    const known = made.get(holder.id);
    if (known !== undefined) return known;
    const making = make(holder);
    made.set(holder.id, making);
    making.catch(() => made.delete(holder.id));
    return making;
  };
}

async function keyNamed(crypto: Crypto, name: string): Promise<SigningKey> {
  return (await crypto.openKey(name)) ?? (await crypto.createKey(name));
}

function validity(now: Instant): { readonly from: Instant; readonly to: Instant } {
  const millis = millisOf(now);
  return { from: instantFromMillis(millis - DAY), to: instantFromMillis(millis + YEARS * 365 * DAY) };
}

async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${name}.new`);
  const file = await open(temporary, 'w', 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(folder, name));
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
