export default function Home(): React.JSX.Element {
  return <h1>一门</h1>;
}
