// The command line from a clone: `npm run -s aftermath -- COMMAND`.
import { setup } from './setup.mjs';

setup();
await import('../services/aftermath/dist/main.js');
