import { useSay } from '@yimen/ui';
import { Form } from 'react-router';

export function SearchBox({
  jurisdiction,
  query,
}: {
  readonly jurisdiction: string;
  readonly query: string;
}): React.JSX.Element {
  const say = useSay();
  return (
    <Form className="search" role="search" action={`/halls/${jurisdiction}`} method="get">
      <label htmlFor="q">{say({ zh: '您要办什么事？', en: 'What do you need to do?' })}</label>
      <div className="search-row">
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={query}
          maxLength={100}
          placeholder={say({ zh: '例如：开网吧、打井取水、盖房子开工', en: 'In everyday Chinese words' })}
        />
        <button className="primary" type="submit">
          {say({ zh: '搜索', en: 'Search' })}
        </button>
      </div>
    </Form>
  );
}
