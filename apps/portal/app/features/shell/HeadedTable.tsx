interface HeadedTableProps {
  /** Says what the rows are, where no heading does. */
  readonly caption?: string;
  readonly heads: readonly string[];
  readonly className?: string;
  /** The rows. */
  readonly children: React.ReactNode;
}

/** A table of the public pages; on a telephone its rows become cards by their `data-label`s. */
export function HeadedTable({ caption, heads, className, children }: HeadedTableProps): React.JSX.Element {
  return (
    <div className="table-wrap">
      <table className={className}>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
