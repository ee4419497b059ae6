import { useSay } from '@yimen/ui';

/** By what web, paper, touch screen and open data of one version can be told to be the same. */
export function Fingerprint({ hash, version }: { readonly hash: string; readonly version: number }): React.JSX.Element {
  const say = useSay();
  return (
    <p className="fingerprint">
      {say({
        zh: `第 ${String(version)} 版 · 内容指纹（SHA-256）`,
        en: `Version ${String(version)} · content hash (SHA-256)`,
      })}{' '}
      <code data-guide-hash={hash}>{hash.match(/.{8}/g)?.join(' ')}</code>
    </p>
  );
}
