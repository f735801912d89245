import { type EditionItem, useApi } from './api.ts';
import { moment } from './format.ts';
import { Shown } from './shown.tsx';

/** The digests that went out, as mailed. */
export function Editions({ watchId }: { watchId: string }) {
  const query = useApi<{ editions: EditionItem[] }>(`/v1/editions?watch=${encodeURIComponent(watchId)}`);
  return (
    <section>
      <h2>Digests</h2>
      <Shown
        query={query}
        isEmpty={({ editions }) => editions.length === 0}
        empty="None yet. The first goes out at the watch's next digest time."
      >
        {({ editions }) => (
          <ul>
            {editions.map(({ id, subject, builtAt }) => (
              <li key={id}>
                <a href={`/v1/editions/${id}/html`} target="_blank" rel="noreferrer noopener">
                  {subject}
                </a>{' '}
                <span className="quiet">{moment(builtAt)}</span>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}
