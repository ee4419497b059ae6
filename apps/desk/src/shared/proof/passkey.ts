import { PasskeyAssertion, PasskeyAttestation, PasskeyOptions } from '@yimen/contract';
import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { client } from '../client.ts';

/** The browser did not complete it: cancelled, no key, too late. */
export class PasskeyFailed extends Error {}

const isRequest = (value: object): value is PublicKeyCredentialRequestOptionsJSON => 'challenge' in value;
const isCreation = (value: object): value is PublicKeyCredentialCreationOptionsJSON =>
  'challenge' in value && 'rp' in value && 'user' in value;

/** Uses a passkey for the challenge the server gives under `path`. Refusals of the server are thrown as always. */
export async function askPasskey(path: string): Promise<PasskeyAssertion> {
  const optionsJSON = await client.post(path, {}, PasskeyOptions);
  if (!isRequest(optionsJSON)) throw new PasskeyFailed();
  const answer = await startAuthentication({ optionsJSON }).catch(fail);
  return PasskeyAssertion.parse(answer);
}

/** Makes a passkey for the signed-in person. */
export async function makePasskey(): Promise<PasskeyAttestation> {
  const optionsJSON = await client.post('/account/passkeys/options', {}, PasskeyOptions);
  if (!isCreation(optionsJSON)) throw new PasskeyFailed();
  const answer = await startRegistration({ optionsJSON }).catch(fail);
  return PasskeyAttestation.parse(answer);
}

function fail(cause: unknown): never {
  throw new PasskeyFailed('the browser did not complete it', { cause });
}
