const spoken: readonly (readonly [RegExp, string])[] = [
  [/\btrue\b/g, '是'],
  [/\bfalse\b/g, '否'],
  [/\band\b/g, '且'],
  [/\bor\b/g, '或'],
  [/\bnot\b/g, '非'],
  [/!=/g, '≠'],
];

interface Asked {
  readonly questions: readonly { readonly id: string; readonly label: string }[];
}

/**
 * A FEEL condition as a person reads it: the form's own labels in place of their ids, signs and truth in words. For
 * screens and guides; the condition itself is what is evaluated.
 */
export function conditionInWords(condition: string, form: readonly Asked[]): string {
  const labelled = form
    .flatMap((group) => group.questions)
    .reduce((text, { id, label }) => text.replaceAll(new RegExp(`\\b${id}\\b`, 'g'), `“${label}”`), condition);
  return spoken.reduce((text, [sign, word]) => text.replaceAll(sign, word), labelled);
}
