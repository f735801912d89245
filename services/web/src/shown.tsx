import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

interface ShownProps<T> {
  readonly query: UseQueryResult<T>;
  readonly isEmpty: (data: T) => boolean;
  readonly empty: string;
  readonly children: (data: T) => ReactNode;
}

/** What was read, or in plain words why it isn't there: still loading, out of reach, or nothing yet. */
export function Shown<T>({ query, isEmpty, empty, children }: ShownProps<T>) {
  const { data, error } = query;
  const stale = error !== null && (
    <p role="alert" className="alert">
      Can't reach Aftermath: {error.message}. Trying again…
    </p>
  );
  if (data === undefined) return stale || <p className="quiet">Loading…</p>;
  return (
    <>
      {stale}
      {isEmpty(data) ? <p className="quiet">{empty}</p> : children(data)}
    </>
  );
}
