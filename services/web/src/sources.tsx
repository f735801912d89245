import { type SourceItem, useApi } from './api.ts';
import { distance } from './format.ts';
import { Shown } from './shown.tsx';

const STATE_WORDS = {
  new: 'not looked at yet',
  healthy: 'healthy',
  degraded: 'read, but not each time or not whole',
  failing: 'failing',
  dead: 'dead',
  paused: 'paused',
} as const;
const READ = ['healthy', 'degraded'];

/** How each source is doing: what silence must be read against. */
export function Sources({ watchId }: { watchId: string }) {
  const query = useApi<{ sources: SourceItem[] }>(`/v1/sources?watch=${encodeURIComponent(watchId)}`);
  return (
    <section>
      <h2>Sources</h2>
      <Shown query={query} isEmpty={({ sources }) => sources.length === 0} empty="This watch has no sources.">
        {({ sources }) => (
          <>
            <p>
              {sources.filter(({ state }) => READ.includes(state)).length} of {sources.length} healthy
            </p>
            <div className="wide">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Source</th>
                    <th scope="col">Country</th>
                    <th scope="col">Language</th>
                    <th scope="col">Reliability</th>
                    <th scope="col">State</th>
                    <th scope="col">Looked at</th>
                    <th scope="col">Next</th>
                  </tr>
                </thead>
                <tbody>
                  {sources.map((source) => (
                    <SourceRow key={source.id} source={source} />
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </Shown>
    </section>
  );
}

function SourceRow({ source }: { source: SourceItem }) {
  const now = Date.now();
  return (
    <tr>
      <th scope="row">
        <a href={source.url} rel="noreferrer noopener" target="_blank">
          {source.title}
        </a>
      </th>
      <td>{source.country}</td>
      <td>{source.lang}</td>
      <td>{source.reliability}</td>
      <td className={source.state}>
        {STATE_WORDS[source.state]}
        {source.errorMessage !== null && <div className="quiet">{source.errorMessage}</div>}
      </td>
      <td>{distance(source.lastCheckedAt, now)}</td>
      <td>{distance(source.nextCheckAt, now)}</td>
    </tr>
  );
}
