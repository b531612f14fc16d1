import * as v from 'valibot';
import { anyText, closedObject, documented, openObject, text } from '../../validation/fields';
import { LIMITS } from '../limits';

/** `{ message }`: the answer of every route that has nothing else to say. */
export const messageResponse = () => openObject({ message: anyText() });

export const SORT_DIRECTIONS = ['ascending', 'descending'] as const;

const paginationKey = () => text(1, LIMITS.paginationKeyCharacters.value);

export const pageSize = () =>
  v.pipe(
    v.number(),
    documented({ type: 'integer', minimum: LIMITS.pageSizeMinimum.value, maximum: LIMITS.pageSizeMaximum.value }),
  );

export const paginationRequest = () =>
  closedObject({ lastKey: v.optional(paginationKey()), pageSize: v.optional(pageSize()) });

export const paginationResponse = () =>
  openObject({
    lastKey: v.nullable(paginationKey()),
    prevLastKey: v.nullable(paginationKey()),
    pageSize: pageSize(),
  });
