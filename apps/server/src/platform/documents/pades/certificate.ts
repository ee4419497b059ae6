import type { Instant } from '@yimen/kernel';
import type { SigningKey } from '../../crypto/provider.ts';
import {
  bits,
  boolean,
  integer,
  members,
  octets,
  oid,
  printable,
  sequence,
  setOf,
  small,
  tagged,
  time,
  tlv,
  utf8,
  type Der,
} from './der.ts';

export const ECDSA_SHA256: Der = sequence(oid('1.2.840.10045.4.3.2'));

const ATTRIBUTES = {
  country: '2.5.4.6',
  organization: '2.5.4.10',
  organizationalUnit: '2.5.4.11',
  commonName: '2.5.4.3',
} as const;
const PARTS = ['country', 'organization', 'organizationalUnit', 'commonName'] as const;
const BASIC_CONSTRAINTS = oid('2.5.29.19');
const KEY_USAGE = oid('2.5.29.15');
const SUBJECT_KEY_ID = oid('2.5.29.14');
const AUTHORITY_KEY_ID = oid('2.5.29.35');
/** Bits from the left: digitalSignature 0, nonRepudiation 1, keyCertSign 5, cRLSign 6; and how many bits at the end are unused. */
const USAGE = { seal: bits(Uint8Array.of(0b1100_0000), 6), authority: bits(Uint8Array.of(0b0000_0110), 1) } as const;
/** An authority certifies seals, never another authority (path length 0). */
const CONSTRAINTS = { seal: sequence(), authority: sequence(boolean(true), small(0)) } as const;

export type DistinguishedName = Readonly<Record<keyof typeof ATTRIBUTES, string>>;

export interface CertificateRequest {
  readonly subject: DistinguishedName;
  readonly subjectKey: SigningKey;
  readonly issuer: DistinguishedName;
  readonly issuerKey: SigningKey;
  readonly use: keyof typeof USAGE;
  readonly from: Instant;
  readonly to: Instant;
  /** At least 8 random bytes. */
  readonly serial: Uint8Array;
  /** Names a public key by 20 bytes of its digest (RFC 7093). */
  readonly keyId: (publicKey: Uint8Array) => Uint8Array;
}

/** An X.509 version 3 certificate (RFC 5280), DER. */
export async function issueCertificate(request: CertificateRequest): Promise<Der> {
  const { subject, issuer, subjectKey, issuerKey, serial } = request;
  const signed = sequence(
    tagged(0, small(2)),
    integer(Uint8Array.of(1, ...serial)),
    ECDSA_SHA256,
    nameOf(issuer),
    sequence(time(request.from), time(request.to)),
    nameOf(subject),
    subjectKey.publicKey,
    tagged(3, extensions(request)),
  );
  return sequence(signed, ECDSA_SHA256, bits(await issuerKey.sign(signed)));
}

function extensions({ use, subjectKey, issuerKey, keyId }: CertificateRequest): Der {
  return sequence(
    sequence(BASIC_CONSTRAINTS, boolean(true), octets(CONSTRAINTS[use])),
    sequence(KEY_USAGE, boolean(true), octets(USAGE[use])),
    sequence(SUBJECT_KEY_ID, octets(octets(keyId(subjectKey.publicKey)))),
    sequence(AUTHORITY_KEY_ID, octets(sequence(tlv(0x80, keyId(issuerKey.publicKey))))),
  );
}

function nameOf(name: DistinguishedName): Der {
  return sequence(
    ...PARTS.map((part) =>
      setOf(sequence(oid(ATTRIBUTES[part]), part === 'country' ? printable(name[part]) : utf8(name[part]))),
    ),
  );
}

/** How CMS names a certificate: its issuer and its serial number. Version 3 certificates only. */
export function issuerAndSerial(certificate: Der): Der {
  const [signed] = members(certificate);
  const [, serial, , issuer] = signed === undefined ? [] : members(signed);
  if (serial === undefined || issuer === undefined) throw new Error('not a certificate');
  return sequence(issuer, serial);
}
