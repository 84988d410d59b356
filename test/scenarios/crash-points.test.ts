import { expect, it } from 'vitest';
import { livedThrough, type StoryName } from '../support/crash-points.ts';
import type { FaultKind } from '../support/faults.ts';

// Every point is in `npm run test:long`; these stand for the places where something is lost most easily.
const points: readonly (readonly [StoryName, command: string, FaultKind])[] = [
  ['report', 'TransactWriteItemsCommand', 'DIES_AFTER'],
  ['report', 'TransactWriteItemsCommand', 'LOST_DONE'],
  ['report', 'SendMessageBatchCommand', 'DIES_BEFORE'],
  ['breach', 'PutItemCommand', 'DIES_AFTER'],
  ['breach', 'UpdateItemCommand', 'DIES_AFTER'],
  ['breach', 'SendEmailCommand', 'DIES_AFTER'],
  ['digest', 'SendEmailCommand', 'LOST_DONE'],
  ['digest', 'ReceiveMessageCommand', 'DIES_AFTER'],
];

it.each(points)('in a %s whose %s %s nothing is lost and nothing doubled', async (...point) => {
  const [story, command, kind] = point;
  const { calls } = await livedThrough(story);
  const at = calls.indexOf(command);
  expect(at).toBeGreaterThanOrEqual(0);
  const left = await livedThrough(story, { at, kind });
  expect(left).toMatchObject({ faults: 0, untold: 0, doubled: 0, cases: 2 });
});
