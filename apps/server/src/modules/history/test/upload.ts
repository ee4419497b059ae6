import type { TestHall } from '../../../test/hall.ts';

export interface UploadedLog {
  readonly name: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** Into the address. */
  readonly more?: string;
}

/** A log as a browser uploads it. */
export function uploadLog(hall: TestHall, person: string, { name, file, more = '' }: UploadedLog) {
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\n\r\n`;
  return hall.app.inject({
    method: 'POST',
    url: `/api/v1/desk/history/logs?name=${encodeURIComponent(name)}${more}`,
    headers: { cookie: `yimen_session=${person}`, 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from('\r\n--b--\r\n')]),
  });
}
