/**
 * What the window's devices answer, whoever makes them: a bridge program beside the browser speaks to the drivers and to
 * this contract only. Each question carries its own id, so that a late answer is never taken for another's.
 */
export interface IdCard {
  readonly requestId: string;
  readonly name: string;
  readonly paperNumber: string;
  readonly address: string;
  /** The reader's security module: evidence that the card was here. */
  readonly readerId: string;
}

export type DeviceTrouble = 'noCard' | 'noDevice';

export type DeviceAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: DeviceTrouble };

export interface DeviceBridge {
  readonly readIdCard: (requestId: string) => Promise<DeviceAnswer<IdCard>>;
  /** One page from the document camera or scanner, named after what is scanned. */
  readonly capture: (requestId: string, name: string) => Promise<DeviceAnswer<File>>;
}

/** A hall without a bridge: cards are typed in, scans are picked as files. */
export const noBridge: DeviceBridge = {
  readIdCard: () => Promise.resolve({ ok: false, error: 'noDevice' }),
  capture: () => Promise.resolve({ ok: false, error: 'noDevice' }),
};
