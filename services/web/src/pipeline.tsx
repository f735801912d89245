import { type QuarantinedTask, type StageItem, useApi } from './api.ts';
import { distance } from './format.ts';
import { Shown } from './shown.tsx';

/** Is work flowing, and what was given up. */
export function Pipeline() {
  const stages = useApi<{ stages: StageItem[] }>('/v1/tasks');
  const quarantine = useApi<{ tasks: QuarantinedTask[] }>('/v1/quarantine');
  return (
    <section>
      <h2>Pipeline</h2>
      <Shown query={stages} isEmpty={(data) => data.stages.length === 0} empty="No work yet.">
        {(data) => (
          <table>
            <thead>
              <tr>
                <th scope="col">Stage</th>
                <th scope="col">State</th>
                <th scope="col">Tasks</th>
                <th scope="col">Oldest due</th>
              </tr>
            </thead>
            <tbody>
              {data.stages.map(({ stage, state, tasks, oldestDueAt }) => (
                <tr key={`${stage} ${state}`}>
                  <th scope="row">{stage}</th>
                  <td>{state}</td>
                  <td>{tasks}</td>
                  <td>{oldestDueAt === null ? '' : distance(oldestDueAt, Date.now())}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Shown>
      <h3>Quarantine</h3>
      <Shown query={quarantine} isEmpty={({ tasks }) => tasks.length === 0} empty="Nothing was given up.">
        {({ tasks }) => (
          <ul>
            {tasks.map(({ id, stage, key, lastError }) => (
              <li key={id}>
                {stage} {key}: {lastError?.message ?? 'no reason kept'}{' '}
                <code>npm run -s aftermath -- quarantine replay --id {id}</code>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}
