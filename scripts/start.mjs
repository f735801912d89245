// `npm start`: from a clone to a running Aftermath.
process.argv.splice(2, 0, 'start');
await import('./aftermath.mjs');
