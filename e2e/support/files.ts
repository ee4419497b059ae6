/** A PDF of one empty page: the least that is one by its content. */
export const onePagePdf = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n'),
);

export const scanOf = (
  name: string,
): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: onePagePdf,
});
