import { data } from 'react-router';
import { ErrorPage } from '../features/shell/ErrorPage.tsx';

export function loader(): ReturnType<typeof data<null>> {
  return data(null, { status: 404 });
}

export default function NotFound(): React.JSX.Element {
  return <ErrorPage status={404} />;
}
