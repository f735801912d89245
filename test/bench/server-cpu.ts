import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Linux counts in these, whatever its own timer does (sysconf _SC_CLK_TCK). */
const TICKS_PER_SECOND = 100;

/** Processor seconds of the PostgreSQL server on a data folder and all its processes so far; null where there is no /proc. */
export function serverCpuSeconds(cluster: string): number | null {
  const [server] = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  const counted = processes().filter(({ pid, parent }) => pid === server || parent === server);
  if (counted.length === 0) return null;
  const ticks = counted.reduce((sum, { own, ended }) => sum + own + ended, 0);
  return ticks / TICKS_PER_SECOND;
}

interface Process {
  readonly pid: string;
  readonly parent: string;
  /** Ticks, user and system. */
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

/** Every process, by proc_pid_stat(5). */
function processes(): Process[] {
  let pids: string[] = [];
  try {
    pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return pids.flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name, in parentheses, may hold anything; the third field comes after it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const field = (number: number) => Number(fields[number - 3]);
      return [{ pid, parent: String(field(4)), own: field(14) + field(15), ended: field(16) + field(17) }];
    } catch {
      return [];
    }
  });
}
