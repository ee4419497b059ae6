/** 128 random bits. Not `randomUUID`: browsers withhold it from a hall's plain-HTTP intranet address. */
export function newCommandId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
