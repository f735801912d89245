// Lets a worker thread run TypeScript sources; `--import tsx` alone does so in the main thread only.
import { register } from 'tsx/esm/api';

register();
