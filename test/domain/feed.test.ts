import { describe, expect, it } from 'vitest';
import { type App, type Officer, type Post, roles } from '#domain/directory.ts';
import { type FeedGround, feedRoles, mayFollow, readerOf } from '#domain/feed.ts';
import { home } from '../support/builders.ts';

const post: Post = {
  id: 'chair@98001',
  role: 'COMMUNE_CHAIR',
  unit: home,
  agency: 'UBND-98001',
  holder: 'officer-1',
  disabled: false,
};
const { holder: _, disabled: __, ...held } = post;
const elsewhere = { ...held, id: 'other', unit: '98002' };
const officer: Officer = { id: 'officer-1', posts: [elsewhere, held], disabled: false };
const app: App = { id: 'app-1', scopes: ['cases:read', 'cases:write'], disabled: false };
const feed = { unit: home, post: post.id, officer: officer.id, app: app.id };
const ground: FeedGround = { post, officer, app };

describe('a calendar', () => {
  it('is read for its one post, with the right to read alone', () => {
    expect(readerOf(feed, ground)).toEqual({
      kind: 'OFFICER',
      id: 'officer-1',
      app: 'app-1',
      scopes: ['cases:read'],
      posts: [held],
    });
  });

  it.each<[string, Partial<FeedGround>]>([
    ['the post is gone', { post: undefined }],
    ['the post is disabled', { post: { ...post, disabled: true } }],
    ['another officer has the post', { post: { ...post, holder: 'officer-2' } }],
    ['nobody has the post', { post: { ...held, disabled: false } }],
    ['the officer is gone', { officer: undefined }],
    ['the officer is disabled', { officer: { ...officer, disabled: true } }],
    ['the officer has left the post', { officer: { ...officer, posts: [elsewhere] } }],
    ['the app is gone', { app: undefined }],
    ['the app is disabled', { app: { ...app, disabled: true } }],
    ['the app may read cases no more', { app: { ...app, scopes: ['cases:write'] } }],
  ])('is dead once %s', (_, changed) => {
    expect(readerOf(feed, { ...ground, ...changed })).toBeUndefined();
  });

  it('is for posts of communes and provinces alone', () => {
    const may = (role: Post['role']) =>
      mayFollow({ posts: [{ ...held, role }], scopes: ['cases:read'] }, held.id);
    expect(roles.filter(may)).toEqual(feedRoles);
  });
});
