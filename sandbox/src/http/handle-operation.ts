import type { OperationId } from '../../../generated/operations.js';
import type { Context } from '../operations/operation-request.js';
import { exchange } from '../requests/execute-once.js';
import { readKey } from '../requests/validate-request.js';
import { Refusal } from '../shared/api-error.js';
import { damage, LOST, type Reply, refusalAnswer, replyOf } from './outgoing-response.js';
import { readText } from './request-body.js';

/** Answers an HTTP request for an operation, or loses it where a fault says so. */
export async function answerRequest(
  context: Context,
  operationId: OperationId,
  id: string,
  request: Request,
  url: URL,
): Promise<Reply> {
  const { world, clock } = context;
  const { headers } = request;
  const requestId = world.random.uuid();
  const at = clock.now();
  world.agenda.run(at);
  const answered = world.requests.add(operationId, readKey(operationId, headers), at);
  const fault = world.faults.take(operationId);
  if (fault?.effect === 'drop-before') return LOST;

  const answer = await readText(request)
    .then((text) => exchange(context, { operationId, id, url, headers, text }, fault))
    .catch((error: unknown) => {
      if (error instanceof Refusal) return refusalAnswer(error, operationId, requestId);
      throw error;
    });
  answered(answer.status);
  return damage(replyOf(answer, requestId), fault?.effect);
}
