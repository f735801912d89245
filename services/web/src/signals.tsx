import { useState } from 'react';
import { type SignalItem, useApi, type WatchSummary } from './api.ts';
import { moment, STATUS_WORDS } from './format.ts';
import { Shown } from './shown.tsx';

/** The newest signals, each with its proof. */
export function Signals({ watch }: { watch: WatchSummary }) {
  const [category, choose] = useState('');
  const filter = category === '' ? '' : `&category=${encodeURIComponent(category)}`;
  const query = useApi<{ signals: SignalItem[] }>(
    `/v1/signals?watch=${encodeURIComponent(watch.id)}${filter}&limit=100`,
  );
  const titles = new Map(watch.categories.map(({ id, title }) => [id, title]));
  return (
    <section>
      <h2>Signals</h2>
      <label>
        Category{' '}
        <select value={category} onChange={(event) => choose(event.target.value)}>
          <option value="">all</option>
          {watch.categories.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <Shown
        query={query}
        isEmpty={({ signals }) => signals.length === 0}
        empty="No signal yet. The sources below say whether that is silence or a gap."
      >
        {({ signals }) => (
          <ol className="signals">
            {signals.map((signal) => (
              <li key={signal.id}>
                <Signal signal={signal} category={titles.get(signal.category) ?? signal.category} />
              </li>
            ))}
          </ol>
        )}
      </Shown>
    </section>
  );
}

function Signal({ signal, category }: { signal: SignalItem; category: string }) {
  const { article, evidence } = signal;
  return (
    <article>
      <p className="labels">
        <strong>{category}</strong>
        <span className={`status ${signal.status}`}>{STATUS_WORDS[signal.status] ?? signal.status}</span>
        {signal.countries.length > 0 && <span>{signal.countries.join(', ')}</span>}
        <span className="quiet">{moment(article.publishedAt)}</span>
      </p>
      <h3>
        <a href={article.url} rel="noreferrer noopener" target="_blank">
          {article.title === '' ? article.url : article.title}
        </a>
      </h3>
      {evidence.map(({ quote, why }) => (
        <blockquote key={quote} title={why}>
          {quote}
        </blockquote>
      ))}
    </article>
  );
}
