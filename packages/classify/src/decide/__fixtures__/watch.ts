import type { Category, Scope, Watch } from '@aftermath/core';

const SCOPE: Scope = { threshold: 1, rules: [{ query: 'gang', weight: 1 }], exclude: [] };

export function categoryOf(query: string, other: Partial<Category> = {}): Category {
  return {
    id: 'test',
    title: 'Test',
    description: 'For tests',
    threshold: 1,
    rules: [{ query, weight: 1 }],
    exclude: [],
    ...other,
  };
}

/** A watch about an invented gang. */
export function watchOf(categories: readonly Category[], scope: Scope = SCOPE): Watch {
  return {
    id: 'test-watch',
    title: 'Test',
    sample: false,
    event: { title: 'Test', summary: 'Test', date: '2025-01-01', countries: [] },
    actors: [
      { id: 'night-rail', name: 'Night Rail', aliases: ['NR', 'Riel de la Noche'] },
      { id: 'boss', name: 'Rojas', aliases: [] },
    ],
    places: [{ name: 'Port Amaro', aliases: ['Puerto Amaro'] }],
    scope,
    categories,
    sources: [],
    digest: { time: '07:00', timeZone: 'UTC', language: 'en', recipients: [] },
  };
}
