import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { nodes, settingsOf, webs } from '../cluster/plan.mjs';
import { root } from '../lib/paths.mjs';
import { nodeVersion, pnpmVersion } from '../lib/tools.mjs';
import { compose, composeYaml } from './compose.mjs';

const textOf = (path) => readFileSync(join(root, path), 'utf8');
const file = parse(textOf('compose.yaml'));

describe('compose.yaml', () => {
  test('is what the table says, and is YAML', () => {
    expect(textOf('compose.yaml')).toBe(composeYaml());
    expect(file).toEqual(compose());
  });

  test('has each process of `npm run cluster`, told the same settings', () => {
    const names = Object.keys(settingsOf(nodes[0], {}));
    expect(Object.keys(file.services).toSorted()).toEqual(['balancer', 'postgres', 'redis', ...nodes.map(({ name }) => name)].toSorted());
    for (const { name, role } of nodes) {
      expect(Object.keys(file.services[name].environment)).toEqual(expect.arrayContaining(names));
      expect(file.services[name].environment.PROCESS).toBe(role);
    }
  });

  test('tells nobody of a setting that the hub does not know', () => {
    const known = new Set([...textOf('.env.example').matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name));
    const told = nodes.flatMap(({ name }) => Object.keys(file.services[name].environment));
    expect(told.filter((name) => !known.has(name))).toEqual([]);
  });

  test('waits only for services that are there and can say that they are well', () => {
    for (const { depends_on: after = {} } of Object.values(file.services)) {
      for (const name of Object.keys(after)) expect(file.services[name].healthcheck.test[0]).toBe('CMD-SHELL');
    }
  });

  test('has the balancer before every web, and only it reachable from outside', () => {
    expect(file.services.balancer.command.slice(3)).toEqual(webs.map(({ name }) => `${name}:3000`));
    expect(Object.entries(file.services).flatMap(([name, { ports }]) => (ports ? [name] : []))).toEqual(['balancer']);
  });

  test('believes only its own network about visitors’ addresses', () => {
    const [{ subnet }] = file.networks.default.ipam.config;
    for (const { name } of nodes) expect(file.services[name].environment.TRUSTED_PROXIES).toBe(subnet);
  });
});

test('the image runs the Node and pnpm that the project brings', () => {
  const docker = textOf('Dockerfile');
  expect(new Set([...docker.matchAll(/^FROM node:([\d.]+)-/gm)].map(([, version]) => version))).toEqual(new Set([nodeVersion]));
  expect(docker).toContain(`pnpm@${pnpmVersion}`);
});
