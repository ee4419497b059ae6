import { useSay, Zh, type Words } from '@yimen/ui';

interface Props {
  readonly words: Words;
  /** A page with errors says so first in its title, for people who hear it. */
  readonly failed?: boolean;
}

export function Title({ words, failed = false }: Props): React.JSX.Element {
  const say = useSay();
  const prefix = failed ? say({ zh: '错误：', en: 'Error: ' }) : '';
  return <title>{`${prefix}${say(words)} · ${say({ zh: '一门政务服务', en: 'Yimen public services' })}`}</title>;
}

/** The law something stands on. */
export function Basis({ children }: { readonly children: React.ReactNode }): React.JSX.Element {
  const say = useSay();
  return (
    <>
      {say({ zh: '依据：', en: 'Basis: ' })}
      <Zh>{children}</Zh>
    </>
  );
}
