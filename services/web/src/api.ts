import { useQuery } from '@tanstack/react-query';

export interface WatchSummary {
  id: string;
  title: string;
  sample: boolean;
  /** Whether it has found anything yet. */
  hasSignals: boolean;
  event: { title: string; summary: string; date: string };
  categories: { id: string; title: string; description: string }[];
  digest: { time: string; timeZone: string; recipients: number };
}

export interface SignalItem {
  id: number;
  category: string;
  status: string;
  score: number;
  countries: string[];
  article: { title: string; url: string; publishedAt: string | null };
  evidence: { quote: string; why: string }[];
}

export interface SourceItem {
  id: number;
  title: string;
  url: string;
  country: string;
  lang: string;
  reliability: string;
  state: 'new' | 'healthy' | 'degraded' | 'failing' | 'dead' | 'paused';
  lastCheckedAt: string | null;
  nextCheckAt: string | null;
  items: number | null;
  errorMessage: string | null;
}

export interface EditionItem {
  id: number;
  date: string;
  subject: string;
  builtAt: string;
}

export interface StageItem {
  stage: string;
  state: 'due' | 'scheduled' | 'done' | 'quarantined';
  tasks: number;
  oldestDueAt: string | null;
}

export interface QuarantinedTask {
  id: number;
  stage: string;
  key: string;
  lastError: { code: string; message: string; at: string } | null;
}

/** Reads from the API, again every few seconds; the error says what the server said. */
export function useApi<T>(path: string) {
  return useQuery({ queryKey: [path], queryFn: () => read<T>(path) });
}

async function read<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error((body as { detail?: string }).detail ?? response.statusText);
  return body as T;
}
