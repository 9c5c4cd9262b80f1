import type { BuildOptions } from 'vite';

type Output = Exclude<NonNullable<NonNullable<BuildOptions['rolldownOptions']>['output']>, unknown[]>;

/** What rooms share, and the first page has only in what opens at a tap. */
const ofRooms = /features[\\/](?:channels|share|streams)[\\/]|ui[\\/]sheet|icons[\\/](?:copy|headphones|share-2)\./;
/** What is filled in, sent and reviewed: many pages share it, and nobody who only watches. */
const ofForms =
  /features[\\/](?:registration[\\/]|accounts[\\/]use-becoming|moderation[\\/]desk\.rules)|ui[\\/](?:form|choices)\.|domain[\\/]dist[\\/]registration[\\/]|query[\\/].*(?:[mM]utation|[iI]nfiniteQuery)/;
/** media-chrome comes after the first playlist, and what draws a QR code when one is asked for. */
const ofManyPages = /^(?!.*[\\/](?:media-chrome|uqr)[\\/])/;

/**
 * Which modules share a file. Left alone the bundler makes a file of every set of pages that share something, and a
 * phone asks for seventy of them, six at a time. So: one file of libraries and one of our own that every page begins
 * with, one of what many pages share, one of what rooms share, one of what forms share, and what is left by page. The lobby's preview brings a player: it comes when it is wanted.
 */
export const codeSplitting: Output['codeSplitting'] = {
  groups: [
    { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/]/, priority: 4 },
    { name: 'start', tags: ['$initial'], priority: 3 },
    { name: 'rooms', test: ofRooms, minShareCount: 3, includeDependenciesRecursively: false, priority: 3 },
    { name: 'forms', test: ofForms, minShareCount: 4, includeDependenciesRecursively: false, priority: 3 },
    { name: 'shared', test: ofManyPages, minShareCount: 4, includeDependenciesRecursively: false, priority: 2 },
    {
      name: 'lobby',
      test: /[\\/](?:features|pages)[\\/]lobby(?!-preview|[\\/][a-z]+-sheet)/,
      includeDependenciesRecursively: false,
      priority: 1,
    },
  ],
};
