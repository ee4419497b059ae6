import { ECDSA_SHA256, issuerAndSerial } from './certificate.ts';
import { octets, oid, sequence, setOf, small, tagged, type Der } from './der.ts';
import type { Signer } from './signer.ts';

const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'));
const ID_DATA = oid('1.2.840.113549.1.7.1');
const ID_SIGNED_DATA = oid('1.2.840.113549.1.7.2');
const CONTENT_TYPE = oid('1.2.840.113549.1.9.3');
const MESSAGE_DIGEST = oid('1.2.840.113549.1.9.4');
/** ESS signing-certificate-v2: binds the certificate itself into what is signed, as PAdES demands. */
const SIGNING_CERTIFICATE_V2 = oid('1.2.840.113549.1.9.16.2.47');

export interface Digests {
  /** SHA-256 of the signed bytes, hexadecimal. */
  readonly content: string;
  /** SHA-256 of the signer's certificate, hexadecimal. */
  readonly certificate: string;
}

/**
 * A detached CMS signature (RFC 5652) for PAdES baseline B (ETSI EN 319 142-1): content type, message digest and signing
 * certificate are signed; the time is the signature dictionary's and not an attribute, as the profile wants.
 */
export async function detachedSignature(signer: Signer, digests: Digests): Promise<Der> {
  const attributes = signedAttributes(digests);
  // What is signed is the SET OF attributes, though the message carries them under [0] (RFC 5652, 5.4).
  const signature = await signer.key.sign(setOf(...attributes));
  const signed = tagged(0, ...attributes.toSorted((left, right) => Buffer.compare(left, right)));
  const info = sequence(small(1), issuerAndSerial(signer.certificate), SHA256, signed, ECDSA_SHA256, octets(signature));
  const certificates = tagged(0, signer.certificate, ...signer.chain);
  const data = sequence(small(1), setOf(SHA256), sequence(ID_DATA), certificates, setOf(info));
  return sequence(ID_SIGNED_DATA, tagged(0, data));
}

function signedAttributes({ content, certificate }: Digests): readonly Der[] {
  const digest = (hex: string): Der => octets(Buffer.from(hex, 'hex'));
  // ESSCertIDv2 leaves out its default algorithm, SHA-256.
  const essCertificate = sequence(sequence(sequence(digest(certificate))));
  return [
    sequence(CONTENT_TYPE, setOf(ID_DATA)),
    sequence(MESSAGE_DIGEST, setOf(digest(content))),
    sequence(SIGNING_CERTIFICATE_V2, setOf(essCertificate)),
  ];
}
