import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = join(import.meta.dirname, '../..');
/** The three ways to keep what is typed; all of them come to `useKept`. */
const KEEPS = /<KeptForm\b|\buse(?:Kept|Typed|ActForm)\(/;

/** Forms that keep nothing, each for its reason. */
const KEEP_NOTHING: Readonly<Record<string, string>> = {
  'shared/proof/ProofForm.tsx': 'a password or a code, which lies nowhere',
  'features/session/SignInPage.tsx': 'a password, which lies nowhere',
  'features/account/PasswordForm.tsx': 'passwords, which lie nowhere',
  'features/account/PasskeySetup.tsx': 'a code, which lies nowhere',
  'features/account/TotpSetup.tsx': 'a code, which lies nowhere',
  'features/administration/RecordPage.tsx': 'asks; what was asked stands in the address',
  'features/queue/SearchBox.tsx': 'asks; what was asked stands in the address',
  'features/delivery/FindByNumber.tsx': 'asks with one field',
  'features/casePage/RevealDialog.tsx': 'one field, and beside it a person’s number',
  'features/catalogue/Editor.tsx': 'is kept at the server as it is typed',
  'features/catalogue/Situations.tsx': 'tries the questions out; nothing is filed',
  'features/demo/TimeControl.tsx': 'moves the clock of the demonstration',
};

const forms = globSync('**/*.tsx', { cwd: SOURCE })
  .map((file) => ({ file, text: readFileSync(join(SOURCE, file), 'utf8') }))
  .filter(({ text }) => /<(?:form|KeptForm)\b/.test(text));

describe('what is typed into a form of the desk outlives the page (P37)', () => {
  test('every form keeps its typing or says why it keeps none', () => {
    expect(forms.length).toBeGreaterThan(20);
    const losing = forms.filter(({ file, text }) => !KEEPS.test(text) && KEEP_NOTHING[file] === undefined);
    expect(losing.map(({ file }) => file)).toEqual([]);
  });

  test('no reason outlives its form', () => {
    const still = new Set(forms.filter(({ text }) => !KEEPS.test(text)).map(({ file }) => file));
    expect(Object.keys(KEEP_NOTHING).filter((file) => !still.has(file))).toEqual([]);
  });
});
