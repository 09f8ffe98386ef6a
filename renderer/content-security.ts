import { config } from 'zod';

// Zod compiles schemas with `new Function`, which the hub's content security policy forbids. This must be the first
// import of the page: the schemas look at the setting when they are made.
config({ jitless: true });
