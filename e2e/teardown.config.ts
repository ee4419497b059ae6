import { rmSync } from 'node:fs';

export default function teardown(): void {
  const data = process.env['YIMEN_E2E_DATA'];
  if (data !== undefined) rmSync(data, { recursive: true, force: true });
}
