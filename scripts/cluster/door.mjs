import { argumentsOf } from '../lib/arguments.mjs';
import { say } from '../lib/say.mjs';
import { openBalancer } from './balancer.mjs';

/** `node scripts/cluster/door.mjs HOST:PORT node:port…`: the balancer alone, as compose runs it. */
const [at = '', ...targets] = argumentsOf(process.argv.slice(2)).names;
const placeOf = (text) => ({ host: text.slice(0, text.lastIndexOf(':')), port: Number(text.slice(text.lastIndexOf(':') + 1)) });

const balancer = await openBalancer({ ...placeOf(at), nodes: targets.map(placeOf) });
say(`listening on ${at} for ${targets.join(', ')}`);
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    balancer.close();
    process.exit(0);
  });
}
