import { describe, expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

const ours = (text: string) => text.split('\n').filter((line) => line.startsWith('aftermath_'));

describe('the metrics', () => {
  it('count tasks by stage and outcome, and time them in seconds', async () => {
    const metrics = createMetrics();
    metrics.taskFinished('pull', 'done', 50);
    metrics.taskFinished('pull', 'done', 1_500);
    metrics.taskFinished('pull', 'retry', 10);
    const lines = ours(await metrics.text());
    expect(lines).toContain('aftermath_tasks_finished_total{stage="pull",outcome="done"} 2');
    expect(lines).toContain('aftermath_tasks_finished_total{stage="pull",outcome="retry"} 1');
    expect(lines).toContain('aftermath_task_duration_seconds_bucket{le="0.1",stage="pull"} 2');
    expect(lines).toContain('aftermath_task_duration_seconds_sum{stage="pull"} 1.56');
  });

  it('read what stands when they are asked, and forget a state that is gone', async () => {
    const metrics = createMetrics();
    let states = [{ labels: ['failing'], count: 2 }];
    metrics.readStanding('sources', async () => states);
    expect(ours(await metrics.text())).toContain('aftermath_sources{state="failing"} 2');
    states = [{ labels: ['healthy'], count: 3 }];
    const lines = ours(await metrics.text()).filter((line) => line.startsWith('aftermath_sources'));
    expect(lines).toEqual(['aftermath_sources{state="healthy"} 3']);
  });

  it('are given without a figure that cannot be read', async () => {
    const metrics = createMetrics();
    metrics.readStanding('deliveries', () => Promise.reject(new Error('the database is away')));
    metrics.taskFinished('deliver', 'done', 1);
    const lines = ours(await metrics.text());
    expect(lines).toContain('aftermath_tasks_finished_total{stage="deliver",outcome="done"} 1');
    expect(lines.filter((line) => line.startsWith('aftermath_deliveries'))).toEqual([]);
  });

  it('are not shared by two of them', async () => {
    const [one, two] = [createMetrics(), createMetrics()];
    one.taskFinished('pull', 'done', 1);
    expect(ours(await two.text()).filter((line) => line.includes('stage="pull"'))).toEqual([]);
  });
});
