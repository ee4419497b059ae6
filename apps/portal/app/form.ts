/** The trimmed text of one posted field; empty where there is none or a file was sent in its place. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The file of one posted field; undefined where none was chosen. */
export function fileOf(form: FormData, name: string): File | undefined {
  const value = form.get(name);
  return value instanceof File && value.size > 0 ? value : undefined;
}

/** A form with one file, for the API. */
export function uploadOf(file: File): FormData {
  const upload = new FormData();
  upload.set('file', file, file.name);
  return upload;
}
