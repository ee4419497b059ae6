export { createClamd, type ClamdAddress, type Scanner, type Verdict } from './clamd.ts';
export { inspect, type Inspected } from './inspect.ts';
export { dispositionOf, isPlainName } from './names.ts';
export { previewOf } from './preview.ts';
export { createReceiver, type Receiver } from './receive.ts';
export { LARGEST_FILE, UPLOAD_REFUSALS, type UploadRefusal } from './refusals.ts';
export { readZip } from './zip.ts';
