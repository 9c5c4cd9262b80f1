/**
 * Names and flags of a command: `quick talk --seed 5` is `{ names: ['quick', 'talk'], flags: { seed: '5' } }`.
 * npm keeps a flag that stands before its `--` and passes it on as npm_config_<flag>; those count too.
 */
export function argumentsOf(args, env = process.env) {
  const names = [];
  const flags = {};
  for (const known of ['seed', 'minutes', 'replay']) {
    const kept = env[`npm_config_${known}`];
    if (kept) flags[known] = kept;
  }
  for (let at = 0; at < args.length; at += 1) {
    const flag = /^--([a-z-]+)(?:=(.*))?$/.exec(args[at]);
    if (!flag) names.push(args[at]);
    else if (flag[2] !== undefined) flags[flag[1]] = flag[2];
    else if (args[at + 1] !== undefined && !args[at + 1].startsWith('--')) flags[flag[1]] = args[(at += 1)];
    else flags[flag[1]] = 'on';
  }
  return { names, flags, all: args };
}

/** The size (`quick` or `full`) and what else was named. */
export function sizeOf(names, otherwise = 'quick') {
  const size = names.find((name) => name === 'quick' || name === 'full') ?? otherwise;
  return { size, names: names.filter((name) => name !== 'quick' && name !== 'full') };
}
